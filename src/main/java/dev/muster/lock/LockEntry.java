package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is recorded of one send: the attempt, its state, and the whole history with evidence. An entry changes only by the
 * steps below, each of which adds to the history, and is never removed. The kinds and the steps stand in one file, because
 * each step leads from one kind to another.
 */
public sealed interface LockEntry extends Entry {
    /** What a reader makes of the state. */
    <T> T match(Cases<T> cases);

    /** One answer for each kind: a new kind does not compile until every reader has its own. */
    interface Cases<T> {
        T intent(Intent entry);

        T confirmed(Confirmed entry);

        T rejected(Rejected entry);

        T inDoubt(InDoubt entry);

        T abandoned(Abandoned entry);
    }

    /** What is said of a refused send that SeaX shows all the same. */
    String REFUSED_AND_SHOWN = "SeaX refused it and has it";

    Attempt attempt();

    @Override
    default CampaignIdentity identity() {
        return attempt().identity();
    }

    @Override
    default boolean isSaidNotSent() {
        return this instanceof Abandoned abandoned && abandoned.outcomeKnown();
    }

    /** Whether it is in doubt because SeaX shows what it refused. */
    default boolean isReopened() {
        return this instanceof InDoubt && History.last(history()).from().equals(Optional.of(EntryState.REJECTED));
    }

    @Override
    default String post() {
        return attempt().nonce();
    }

    @Override
    default List<String> anomalies() {
        return List.of();
    }

    @Override
    default Optional<RemoteId> sentAs() {
        return this instanceof Confirmed confirmed
                ? Optional.of(confirmed.remote().id())
                : Optional.empty();
    }

    /** A step that only adds to the state does not enter it again. */
    @Override
    default Instant since() {
        int last = history().size() - 1;
        while (last > 0
                && history()
                        .get(last)
                        .from()
                        .equals(Optional.of(history().get(last).to()))) {
            last--;
        }
        return history().get(last).at();
    }

    /** As it is after a merge that kept it: {@code history} has the steps of both versions, {@code alarms} must be seen to. */
    LockEntry joined(List<Transition> history, List<String> alarms);

    /** Recorded before the post. Found by a later run, it means that the outcome is unknown. */
    record Intent(Attempt attempt, List<Transition> history) implements LockEntry {
        public Intent {
            history = List.copyOf(history);
        }

        @Override
        public LockEntry joined(List<Transition> history, List<String> alarms) {
            return new Intent(attempt, history);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.intent(this);
        }
    }

    /**
     * SeaX has the campaign. {@code anomalies} lists where its answer differs from what was asked, {@code accepted} what a
     * person accepted of these and of what was seen later.
     */
    record Confirmed(
            Attempt attempt,
            RemoteReference remote,
            List<String> anomalies,
            List<String> accepted,
            List<Transition> history)
            implements LockEntry {
        public Confirmed {
            anomalies = List.copyOf(anomalies);
            accepted = List.copyOf(accepted);
            history = List.copyOf(history);
        }

        /** A person has seen to these things and gives the reason. */
        public Confirmed accept(List<String> things, String reason, Instant at, String by) {
            var all =
                    Stream.concat(accepted.stream(), things.stream()).distinct().toList();
            return new Confirmed(attempt, remote, anomalies, all, noting(at, by, "accepted: " + reason));
        }

        /** After the answer, more was found that is not as asked. */
        public Confirmed found(List<String> more, Instant at, String by) {
            var all =
                    Stream.concat(anomalies.stream(), more.stream()).distinct().toList();
            return new Confirmed(
                    attempt, remote, all, accepted, noting(at, by, "found later: " + String.join("; ", more)));
        }

        @Override
        public LockEntry joined(List<Transition> history, List<String> alarms) {
            var all = Stream.concat(anomalies.stream(), alarms.stream())
                    .distinct()
                    .toList();
            return new Confirmed(attempt, remote, all, accepted, history);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.confirmed(this);
        }
    }

    /** Proved not to have been sent, for {@code reason}; with {@code retryAt}, it may be tried again from then on. */
    record Rejected(Attempt attempt, String reason, Optional<Instant> retryAt, List<Transition> history)
            implements LockEntry {
        public Rejected {
            history = List.copyOf(history);
        }

        /** SeaX shows it after all: what was taken for proof was none. */
        public InDoubt reopen(Instant at, String by) {
            var step = new Transition(at, Optional.of(state()), EntryState.IN_DOUBT, by, REFUSED_AND_SHOWN);
            return new InDoubt(attempt, REFUSED_AND_SHOWN + "; it had said: " + reason, append(history, step));
        }

        @Override
        public LockEntry joined(List<Transition> history, List<String> alarms) {
            return new Rejected(attempt, reason, retryAt, history);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.rejected(this);
        }
    }

    /** Posted with an unknown outcome: waits for evidence or a person. */
    record InDoubt(Attempt attempt, String reason, List<Transition> history) implements LockEntry {
        public InDoubt {
            history = List.copyOf(history);
        }

        @Override
        public LockEntry joined(List<Transition> history, List<String> alarms) {
            return new InDoubt(attempt, with(reason, alarms), history);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.inDoubt(this);
        }
    }

    /** Given up by a person; {@code outcomeKnown} tells "it was not sent" from "nobody knows". */
    record Abandoned(Attempt attempt, boolean outcomeKnown, String reason, List<Transition> history)
            implements LockEntry {
        public Abandoned {
            history = List.copyOf(history);
        }

        @Override
        public LockEntry joined(List<Transition> history, List<String> alarms) {
            return new Abandoned(attempt, outcomeKnown, with(reason, alarms), history);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.abandoned(this);
        }
    }

    /** The first step of a new attempt. Only a rejected entry may be tried again under the same identity. */
    static Intent intend(Optional<LockEntry> before, Attempt attempt) {
        if (before.isPresent() && !(before.get() instanceof Rejected)) {
            throw new IllegalStateException(
                    attempt.identity() + " is " + before.get().state() + " and must not be posted again");
        }
        var step = new Transition(
                attempt.at(),
                before.map(LockEntry::state),
                EntryState.INTENT,
                attempt.run().id(),
                "about to post");
        return new Intent(attempt, append(before.map(LockEntry::history).orElse(List.of()), step));
    }

    /** Records a campaign that SeaX has and this record does not know, so that it is never sent. */
    static Confirmed adopt(Attempt attempt, RemoteReference remote, Instant at, String by, String evidence) {
        var step = new Transition(at, Optional.empty(), EntryState.CONFIRMED, by, evidence);
        return new Confirmed(attempt, remote, List.of(), List.of(), List.of(step));
    }

    /** SeaX has it, on the given evidence. */
    default Confirmed confirm(RemoteReference remote, List<String> anomalies, Instant at, String by, String evidence) {
        return new Confirmed(attempt(), remote, anomalies, List.of(), until(EntryState.CONFIRMED, at, by, evidence));
    }

    /** Proved not sent. */
    default Rejected reject(String reason, Optional<Instant> retryAt, Instant at, String by) {
        return new Rejected(attempt(), reason, retryAt, until(EntryState.REJECTED, at, by, reason));
    }

    /** Nobody knows. */
    default InDoubt doubt(String reason, Instant at, String by) {
        return new InDoubt(attempt(), reason, until(EntryState.IN_DOUBT, at, by, reason));
    }

    /** A person ends it without an id. */
    default Abandoned abandon(boolean outcomeKnown, String reason, Instant at, String by) {
        return new Abandoned(attempt(), outcomeKnown, reason, until(EntryState.ABANDONED, at, by, reason));
    }

    private static String with(String reason, List<String> more) {
        return String.join("; ", Stream.concat(Stream.of(reason), more.stream()).toList());
    }

    private static List<Transition> append(List<Transition> history, Transition step) {
        return Stream.concat(history.stream(), Stream.of(step)).toList();
    }
}
