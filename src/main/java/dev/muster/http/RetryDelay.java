package dev.muster.http;

import java.time.Duration;

/** Waiting between two tries of a read; a test waits without time passing. May be called by several threads. */
@FunctionalInterface
public interface RetryDelay {
    /** Lets the thread sleep. */
    RetryDelay SLEEPING = duration -> Thread.sleep(duration.toMillis());

    void take(Duration duration) throws InterruptedException;
}
