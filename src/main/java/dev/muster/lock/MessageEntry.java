package dev.muster.lock;

import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is recorded of one single message: the attempt, SeaX's raw answer while the outcome is open, its id once it has one,
 * and the whole history with evidence, whose last step is the state. It changes only by the steps below and is never removed.
 * {@code accepted} holds the anomalies that a person accepted.
 */
public record MessageEntry(
        SingleAttempt attempt,
        Optional<String> answer,
        Optional<RemoteId> remote,
        List<String> anomalies,
        List<String> accepted,
        List<Transition> history) {
    public MessageEntry {
        anomalies = List.copyOf(anomalies);
        accepted = List.copyOf(accepted);
        history = List.copyOf(history);
        if (history.isEmpty() || remote.isPresent() != (last(history).to() == EntryState.CONFIRMED)) {
            throw new IllegalArgumentException("a single message has an id exactly when it is CONFIRMED");
        }
    }

    /** The first step, recorded before the post. */
    public static MessageEntry intend(SingleAttempt attempt) {
        var step = new Transition(
                attempt.at(), Optional.empty(), EntryState.INTENT, attempt.run().id(), "about to post");
        return new MessageEntry(attempt, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(step));
    }

    /** SeaX answered, and nobody has tried to understand it yet. */
    public MessageEntry answered(String text) {
        requireOpen();
        return new MessageEntry(attempt, Optional.of(text), remote, anomalies, accepted, history);
    }

    /** SeaX has it, on the given evidence. */
    public MessageEntry confirm(RemoteId id, List<String> found, Instant at, String by, String evidence) {
        return settled(EntryState.CONFIRMED, Optional.of(id), found, at, by, evidence);
    }

    /** Proved not sent. */
    public MessageEntry reject(String reason, Instant at, String by) {
        return settled(EntryState.REJECTED, Optional.empty(), List.of(), at, by, reason);
    }

    /** A person ends it without knowing. */
    public MessageEntry abandon(String reason, Instant at, String by) {
        return settled(EntryState.ABANDONED, Optional.empty(), List.of(), at, by, reason);
    }

    /** Nobody knows; the answer stays as evidence. */
    public MessageEntry doubt(String reason, Instant at, String by) {
        requireOpen();
        var after = extended(EntryState.IN_DOUBT, at, by, reason);
        return new MessageEntry(attempt, answer, Optional.empty(), List.of(), List.of(), after);
    }

    private MessageEntry settled(
            EntryState to, Optional<RemoteId> id, List<String> found, Instant at, String by, String evidence) {
        requireOpen();
        return new MessageEntry(attempt, Optional.empty(), id, found, List.of(), extended(to, at, by, evidence));
    }

    /** The anomalies that no person has accepted yet. */
    public List<String> concerns() {
        return anomalies.stream().filter(found -> !accepted.contains(found)).toList();
    }

    /** A person has seen to its anomalies and gives the reason. */
    public MessageEntry accept(String reason, Instant at, String by) {
        var after = extended(state(), at, by, "accepted: " + reason);
        return new MessageEntry(attempt, answer, remote, anomalies, anomalies, after);
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(identity() + " is " + state() + ", which is settled");
        }
    }

    private List<Transition> extended(EntryState to, Instant at, String by, String evidence) {
        var step = new Transition(at, Optional.of(state()), to, by, evidence);
        return Stream.concat(history.stream(), Stream.of(step)).toList();
    }

    /** Whether this is what became of an entry: its history has all of that one's. */
    boolean follows(MessageEntry before) {
        return History.contains(history, before.history());
    }

    /** As it is after a merge that kept it: {@code all} has the steps of both versions, {@code alarms} must be seen to. */
    public MessageEntry joined(List<Transition> all, List<String> alarms) {
        var found =
                Stream.concat(anomalies.stream(), alarms.stream()).distinct().toList();
        return new MessageEntry(attempt, answer, remote, found, accepted, all);
    }

    public SingleIdentity identity() {
        return attempt.identity();
    }

    public EntryState state() {
        return last(history).to();
    }

    /** When the state was entered. */
    public Instant since() {
        return last(history).at();
    }

    /** Why it is in its state. */
    public String reason() {
        return last(history).evidence();
    }

    /** Whether it is recorded with this id of SeaX. */
    public boolean isSentAs(RemoteId id) {
        return remote.filter(id::equals).isPresent();
    }

    /** Whether its outcome is still unknown. */
    public boolean isOpen() {
        return state() == EntryState.INTENT || state() == EntryState.IN_DOUBT;
    }

    /** Whether the person may have it: everything but a proof or a person's word that it was not sent. */
    public boolean mayHaveArrived() {
        return state() != EntryState.REJECTED;
    }

    private static Transition last(List<Transition> history) {
        return history.get(history.size() - 1);
    }
}
