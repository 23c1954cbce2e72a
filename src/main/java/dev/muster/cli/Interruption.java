package dev.muster.cli;

import dev.muster.apply.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a signal (Ctrl-C, a cancelled job) does to a run: no new intent is recorded, and the post in flight gets some
 * seconds to be recorded. What is not recorded by then stays an intent, which nothing repeats.
 */
public final class Interruption implements StopSignal {
    /** CI systems kill ten seconds after the first signal. */
    private static final long GRACE_SECONDS = 6;

    private final AtomicBoolean raised = new AtomicBoolean();
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private final CountDownLatch finished = new CountDownLatch(1);

    @Override
    public boolean isRaised() {
        return raised.get();
    }

    /** A run that must not be cut in the middle begins. */
    void begin() {
        underWay.set(true);
    }

    boolean isUnderWay() {
        return underWay.get();
    }

    /** Asks the run to end and waits for it, for at most the grace. Whether it ended in time. */
    boolean raise() {
        raised.set(true);
        try {
            return finished.await(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The run has ended, and everything is recorded. */
    void finish() {
        underWay.set(false);
        finished.countDown();
    }

    /** The program has its exit code, and ends by itself. */
    void end() {
        over.set(true);
    }

    boolean isOver() {
        return over.get();
    }
}
