package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One durable step of a run, as the journal keeps it. */
public sealed interface LockEvent {

    /** An entry took a new state. */
    record Recorded(LockEntry entry) implements LockEvent {}

    /** SeaX answered. */
    record Witnessed(CampaignIdentity identity, String answer) implements LockEvent {}

    /** SeaX was asked how a campaign is doing. */
    record Observed(CampaignIdentity identity, Observation seen) implements LockEvent {}

    /** A single message was begun, answered or settled. */
    record Messaged(MessageEntry entry) implements LockEvent {}

    /** Before the first send of a run: the suppression labels, as this run found them. */
    record Suppressing(SortedMap<LabelName, SuppressionRecord> labels) implements LockEvent {
        public Suppressing {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }
    }
}
