package dev.muster.http;

import dev.muster.diagnostic.EnvironmentException;
import java.time.Duration;

/** Waiting between two tries of a read; a test waits without time passing. May be called by several threads. */
@FunctionalInterface
public interface RetryDelay {
    /** Lets the thread sleep. */
    RetryDelay SLEEPING = duration -> Thread.sleep(duration.toMillis());

    void take(Duration duration) throws InterruptedException;

    /** Waits; an interruption ends the run, which says this. */
    default void take(Duration duration, String interrupted) {
        try {
            take(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException(interrupted, e);
        }
    }
}
