package dev.muster.cli.env;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The sandbox's time, which stands still until somebody advances it: plans against the sandbox are the same on every day. */
public final class SandboxClock extends Clock {
    private final Supplier<Instant> now;

    public SandboxClock(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
