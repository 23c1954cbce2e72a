package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The right to change the record, held by one run at a time. */
public interface ExclusiveRun extends AutoCloseable {
    /** The record as it stands; a copy, so asking for it costs as much as the record is long. */
    Lock lock();

    /** As {@link Lock#lineage} of the record, at the cost of one look however long it is. */
    default String lineage() {
        return lock().lineage();
    }

    /** As {@link Lock#entry} in the record as it stands, at the cost of one look. */
    default Optional<LockEntry> entry(CampaignIdentity identity) {
        return lock().entry(identity);
    }

    /** As {@link Lock#recordedWith} in the record as it stands; of campaigns at the cost of one look after the first. */
    default List<String> recordedWith(RemoteId id) {
        return lock().recordedWith(id).toList();
    }

    /**
     * Makes one step durable. When this returns, a crash cannot lose it; when it throws, nobody may rely on it. What SeaX said
     * of a campaign may wait for the next step, or at the latest until the run ends.
     *
     * @throws LockException (OVERTAKEN) when an entry does not {@link Entry#follows follow} the recorded one: somebody else
     *     changed it since it was read
     */
    void take(LockEvent step);

    /** An entry as it is now. */
    default void record(Entry entry) {
        take(LockEvent.of(entry));
    }

    /** How this run found the suppression labels, before its first send. */
    default void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
        take(new LockEvent.Suppressing(labels));
    }

    /** SeaX's raw answer (redacted, at most 64 KiB), before anyone tries to understand it. */
    default void witness(CampaignIdentity identity, String answer) {
        take(LockEvent.Witnessed.of(identity, answer));
    }

    /** What SeaX said of a campaign. */
    default void observe(CampaignIdentity identity, Observation seen) {
        take(new LockEvent.Observed(identity, seen));
    }

    /** Ends the run; what was recorded stays. */
    @Override
    void close();
}
