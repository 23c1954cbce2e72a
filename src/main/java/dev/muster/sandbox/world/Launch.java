package dev.muster.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/** That a campaign went out: when, and to which rows. From here on nobody can take it back. */
public record Launch(String campaign, Instant at, Rows recipients) {
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration AFTERMATH = Duration.ofMinutes(12);

    /** When the last message of it has come to its end. */
    public Instant finish() {
        var sending =
                Duration.ofSeconds(recipients.count() / MessageFate.PER_SECOND).plus(AFTERMATH);
        return at.plus(sending.compareTo(SHORTEST) < 0 ? SHORTEST : sending);
    }

    public boolean isFinished(Instant clock) {
        return !clock.isBefore(finish());
    }
}
