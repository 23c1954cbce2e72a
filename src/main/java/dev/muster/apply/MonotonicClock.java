package dev.muster.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;

/**
 * The wall clock of one run, which never goes back and never stands still: when somebody sets the machine's clock back, it
 * goes on from the latest time that it showed by the time that has passed since. An intent that expired stays expired, so a
 * run that slept cannot post after a person ended its doubt.
 */
public final class MonotonicClock extends Clock {
    private final Clock wall;
    private final LongSupplier nanos;
    private Instant latest;
    private long latestAt;

    /** @param nanos a time that only grows, such as {@link System#nanoTime} */
    public MonotonicClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.latest = wall.instant();
        this.latestAt = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return after(wall.instant());
    }

    /** What the wall shows, or what it would have come to; not what it was begun with, which may have been wrong as well. */
    private synchronized Instant after(Instant shown) {
        long now = nanos.getAsLong();
        var passed = latest.plus(Duration.ofNanos(now - latestAt));
        latest = shown.isAfter(passed) ? shown : passed;
        latestAt = now;
        return latest;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MonotonicClock(wall.withZone(zone), nanos);
    }
}
