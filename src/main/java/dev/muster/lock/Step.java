package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One durable step of a run, as the journal keeps it. */
public sealed interface Step {

    /** An entry took a new state. */
    record Recorded(LockEntry entry) implements Step {}

    /** SeaX answered. */
    record Witnessed(CampaignIdentity identity, String answer) implements Step {}

    /** SeaX was asked how a campaign is doing. */
    record Observed(CampaignIdentity identity, Observation seen) implements Step {}

    /** A single message was begun, answered or settled. */
    record Messaged(SingleEntry entry) implements Step {}

    /** Before the first send of a run: the suppression labels, as this run found them. */
    record Suppressing(SortedMap<LabelName, Suppressed> labels) implements Step {
        public Suppressing {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }
    }
}
