package dev.muster.doubt;

import dev.muster.lock.EntryState;
import dev.muster.lock.Lock;
import dev.muster.lock.MessageEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A single message whose outcome is unknown. It is decided as for a campaign ({@link OpenSendEvidence}), but SeaX has no
 * address at which it could be asked: no evidence ever proves that it was sent, and no witness can be heard.
 *
 * @param now the time to judge its claim by, see {@link OpenSendEvidence#judgedAt}
 */
public record SingleDoubt(MessageEntry entry, Lock lock, Instant now) {
    public SingleDoubt {
        if (!entry.isOpen()) {
            throw new IllegalArgumentException(entry.identity() + " is settled");
        }
    }

    /** All that a record has, oldest first. */
    public static List<SingleDoubt> in(Lock lock, Instant now) {
        return lock.singles()
                .open()
                .map(entry -> new SingleDoubt(entry, lock, now))
                .toList();
    }

    /** Held while the run that made the attempt may still be at it, else unknown. */
    public DoubtVerdict verdict() {
        return claim().isHeld() ? new DoubtVerdict.Held(claim().notAfter()) : new DoubtVerdict.Unknown(List.of());
    }

    /** The entry once the run that made the attempt is gone, as {@link OpenSendEvidence#evident}. Empty when nothing changes. */
    public Optional<MessageEntry> evident(String by) {
        return isLeft() ? Optional.of(entry.doubt(OpenSendEvidence.RUN_ENDED, now, by)) : Optional.empty();
    }

    /** Whether the run that made the attempt is gone and has not said how it ended. */
    public boolean isLeft() {
        return entry.state() == EntryState.INTENT && !claim().isHeld();
    }

    /** From when on a person may say that it was not sent. */
    public Instant notSentFrom() {
        return claim().notSentFrom(false);
    }

    ClaimPeriod claim() {
        var attempt = entry.attempt();
        return new ClaimPeriod(attempt.run(), attempt.notAfter(), entry.state() == EntryState.INTENT, now);
    }
}
