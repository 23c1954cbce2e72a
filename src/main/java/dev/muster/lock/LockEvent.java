package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One durable step of a run, as the journal keeps it. */
public sealed interface LockEvent {
    /** What a reader makes of the step. */
    <T> T match(Cases<T> cases);

    /** One answer for each kind: a new kind does not compile until every reader has its own. */
    interface Cases<T> {
        T recorded(Recorded step);

        T witnessed(Witnessed step);

        T observed(Observed step);

        T messaged(Messaged step);

        T suppressing(Suppressing step);
    }

    /** An entry took a new state. */
    record Recorded(LockEntry entry) implements LockEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.recorded(this);
        }
    }

    /** SeaX answered. */
    record Witnessed(CampaignIdentity identity, String answer) implements LockEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.witnessed(this);
        }
    }

    /** SeaX was asked how a campaign is doing. */
    record Observed(CampaignIdentity identity, Observation seen) implements LockEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.observed(this);
        }
    }

    /** A single message was begun, answered or settled. */
    record Messaged(MessageEntry entry) implements LockEvent {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.messaged(this);
        }
    }

    /** Before the first send of a run: the suppression labels, as this run found them. */
    record Suppressing(SortedMap<LabelName, SuppressionRecord> labels) implements LockEvent {
        public Suppressing {
            labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.suppressing(this);
        }
    }
}
