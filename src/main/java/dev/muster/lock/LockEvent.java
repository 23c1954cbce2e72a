package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
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

    /** A step that puts an entry in place of what the record has of the same send. */
    sealed interface OfEntry extends LockEvent {
        Entry entry();
    }

    /** The step that puts this entry in place. */
    static OfEntry of(Entry entry) {
        return entry instanceof LockEntry campaign ? new Recorded(campaign) : new Messaged((MessageEntry) entry);
    }

    /** An entry took a new state. */
    record Recorded(LockEntry entry) implements OfEntry {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.recorded(this);
        }
    }

    /** SeaX answered. */
    record Witnessed(CampaignIdentity identity, String answer) implements LockEvent {
        /** How much of an answer is kept. */
        public static final int MAX_ANSWER_BYTES = 64 * 1024;

        /** With as much of the answer as is kept. */
        static Witnessed of(CampaignIdentity identity, String answer) {
            var rest = CharBuffer.wrap(answer);
            StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .encode(rest, ByteBuffer.allocate(MAX_ANSWER_BYTES), true);
            return new Witnessed(identity, answer.substring(0, rest.position()));
        }

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
    record Messaged(MessageEntry entry) implements OfEntry {
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
