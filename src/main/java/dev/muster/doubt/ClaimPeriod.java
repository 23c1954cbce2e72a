package dev.muster.doubt;

import dev.muster.lock.RunIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a run had before it posted, a campaign or a single message: until the claim expires nobody else touches the entry.
 * After that SeaX needs time to show what it took, before a person may say that it was not sent.
 *
 * @param isIntent whether the run has not said yet how its attempt ended
 * @param now the time to judge it by, see {@link OpenSendEvidence#judgedAt}
 */
record ClaimPeriod(RunIdentity run, Instant notAfter, boolean isIntent, Instant now) {
    /** How long after the claim SeaX may still show a campaign that every witness was asked for. */
    private static final Duration SETTLE = Duration.ofMinutes(15);

    /** The same where not every witness could be heard, or there is none. */
    private static final Duration SETTLE_UNHEARD = Duration.ofMinutes(60);

    boolean isHeld() {
        return isIntent && now.isBefore(notAfter);
    }

    Instant notSentFrom(boolean isHeard) {
        return notAfter.plus(isHeard ? SETTLE : SETTLE_UNHEARD);
    }

    /** What speaks against ending the doubt now, whatever is known. */
    List<String> objections() {
        return isHeld() ? List.of("run " + run.id() + " may still be sending until " + notAfter) : List.of();
    }
}
