package dev.muster.sandbox;

import java.time.Duration;
import java.time.Instant;

/** That a campaign went out: when, and to which rows. From here on nobody can take it back. */
record Launch(String campaign, Instant at, Rows recipients) {
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration AFTERMATH = Duration.ofMinutes(12);

    /** When the last message of it has come to its end. */
    Instant finish() {
        var sending =
                Duration.ofSeconds(recipients.count() / Delivery.PER_SECOND).plus(AFTERMATH);
        return at.plus(sending.compareTo(SHORTEST) < 0 ? SHORTEST : sending);
    }

    boolean isFinished(Instant clock) {
        return !clock.isBefore(finish());
    }
}
