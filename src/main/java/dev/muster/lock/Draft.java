package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.Sha256;
import dev.muster.model.SingleIdentity;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A record while steps are added to it. A step costs the same however long the record is; only {@link #lock} copies it. */
final class Draft {
    private final String lineage;
    private final WorkspaceIdentity workspace;
    private final TreeMap<CampaignIdentity, LockEntry> entries;
    private final TreeSet<Sha256> consumed;
    private final TreeMap<CampaignIdentity, String> answers;
    private final TreeMap<LabelName, Suppressed> suppression;
    private Observations observations;
    private Singles singles;
    private long serial;

    Draft(Lock lock) {
        this.lineage = lock.lineage();
        this.workspace = lock.workspace();
        this.entries = new TreeMap<>(lock.entries());
        this.consumed = new TreeSet<>(lock.consumed());
        this.answers = new TreeMap<>(lock.answers());
        this.suppression = new TreeMap<>(lock.suppression());
        this.observations = lock.observations();
        this.singles = lock.singles();
        this.serial = lock.serial();
    }

    String lineage() {
        return lineage;
    }

    long serial() {
        return serial;
    }

    Optional<LockEntry> entry(CampaignIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** Whether an entry was made from the one that stands here, and not from one that somebody else changed since. */
    boolean isFollowedBy(LockEntry next) {
        return entry(next.identity()).map(next::follows).orElse(true);
    }

    /** The same of a single message. */
    boolean isFollowedBy(SingleEntry next) {
        return single(next.identity()).map(next::follows).orElse(true);
    }

    Optional<SingleEntry> single(SingleIdentity identity) {
        return singles.entry(identity);
    }

    /** As {@link Lock#revision}. */
    long revision() {
        return serial - observations.steps() - singles.steps();
    }

    Lock lock() {
        return new Lock(lineage, serial, workspace, entries, consumed, answers, suppression, observations, singles);
    }

    Draft take(Step step) {
        if (step instanceof Step.Recorded recorded) {
            put(recorded.entry());
        } else if (step instanceof Step.Witnessed witnessed) {
            answers.put(witnessed.identity(), witnessed.answer());
        } else if (step instanceof Step.Suppressing suppressing) {
            suppression.putAll(suppressing.labels());
        } else if (step instanceof Step.Observed observed) {
            observations = observations.with(observed.identity(), observed.seen());
        } else if (step instanceof Step.Messaged messaged) {
            singles = singles.with(messaged.entry());
        }
        serial++;
        return this;
    }

    private void put(LockEntry entry) {
        entries.put(entry.identity(), entry);
        if (entry instanceof LockEntry.Intent intent) {
            intent.attempt().plan().ifPresent(consumed::add);
        }
        if (!entry.isOpen()) {
            answers.remove(entry.identity());
        }
    }
}
