package dev.muster.seax;

import java.time.Duration;

/** Waiting between two tries of a read; a test waits without time passing. May be called by several threads. */
@FunctionalInterface
public interface Pause {
    /** Lets the thread sleep. */
    Pause SLEEPING = duration -> Thread.sleep(duration.toMillis());

    void take(Duration duration) throws InterruptedException;
}
