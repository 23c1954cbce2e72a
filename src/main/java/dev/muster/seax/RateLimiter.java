package dev.muster.seax;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/** Spaces requests evenly, so that no more than so many leave in a second, however many threads ask. */
final class RateLimiter {
    private static final long SECOND = 1_000_000_000L;

    private final long interval;
    private final LongSupplier nanos;
    private long next;

    /** Without a limit nobody waits. {@code nanos} is a clock that never goes back, such as {@code System::nanoTime}. */
    RateLimiter(OptionalInt perSecond, LongSupplier nanos) {
        this.interval = perSecond.isPresent() ? SECOND / perSecond.getAsInt() : 0;
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    /** Takes the next turn, and says how long it is until then. */
    synchronized Duration turn() {
        long now = nanos.getAsLong();
        long turn = next - now > 0 ? next : now;
        next = turn + interval;
        return Duration.ofNanos(turn - now);
    }
}
