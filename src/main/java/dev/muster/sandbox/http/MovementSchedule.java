package dev.muster.sandbox.http;

import dev.muster.model.project.SandboxMovement;
import dev.muster.sandbox.world.MovementRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much of a movement is due. Time passes for it in two ways, which add up: the real one, and that of the sandbox's own
 * clock. Nothing happens in the background; whoever asks is told what has become due since the last question, at most so much
 * that the answer to a request does not have to wait, and the rest is forgotten.
 */
final class MovementSchedule {
    private static final int MOST_AT_ONCE = 10_000;

    private final SandboxMovement pace;
    private final LongSupplier nanos;
    private final long startNanos;
    private final Instant startClock;
    private long added;
    private long removed;
    private long relabelled;

    MovementSchedule(SandboxMovement pace, LongSupplier nanos, Instant clock) {
        this.pace = pace;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
        this.startClock = clock;
    }

    static MovementSchedule none() {
        return new MovementSchedule(SandboxMovement.NONE, () -> 0, Instant.EPOCH);
    }

    boolean isNothing() {
        return pace.equals(SandboxMovement.NONE);
    }

    /** What has become due by the time that the sandbox's clock shows. */
    synchronized MovementRecorder.Steps due(Instant clock) {
        var passed = Duration.between(startClock, clock).plusNanos(nanos.getAsLong() - startNanos);
        long adds = steps(passed, pace.add());
        long removes = steps(passed, pace.remove());
        long relabels = steps(passed, pace.relabel());
        var due = new MovementRecorder.Steps(
                atOnce(adds - added), atOnce(removes - removed), atOnce(relabels - relabelled));
        added = adds;
        removed = removes;
        relabelled = relabels;
        return due;
    }

    private static long steps(Duration passed, Optional<Duration> every) {
        return every.map(passed::dividedBy).orElse(0L);
    }

    /** Less than nothing is due when a reset has put the clock back. */
    private static int atOnce(long due) {
        return (int) Math.max(0, Math.min(MOST_AT_ONCE, due));
    }
}
