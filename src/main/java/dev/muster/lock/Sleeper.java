package dev.muster.lock;

import java.time.Duration;

/** How a store waits between two tries; a test waits without time passing. */
@FunctionalInterface
public interface Sleeper {
    void take(Duration duration);
}
