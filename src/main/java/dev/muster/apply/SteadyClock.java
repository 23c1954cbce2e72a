package dev.muster.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The wall clock of one run, which never goes back and never stands still: when somebody sets the machine's clock back, it
 * goes on by the time that has passed. An intent that expired stays expired, so a run that slept cannot post after a person
 * ended its doubt.
 */
public final class SteadyClock extends Clock {
    private final Clock wall;
    private final LongSupplier nanos;
    private final Instant begun;
    private final long begunAt;

    /** @param nanos a time that only grows, such as {@link System#nanoTime} */
    public SteadyClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.begun = wall.instant();
        this.begunAt = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        var shown = wall.instant();
        var passed = begun.plus(Duration.ofNanos(nanos.getAsLong() - begunAt));
        return shown.isAfter(passed) ? shown : passed;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(wall.withZone(zone), nanos);
    }
}
