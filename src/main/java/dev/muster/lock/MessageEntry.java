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
        List<Transition> history)
        implements Entry {
    public MessageEntry {
        anomalies = List.copyOf(anomalies);
        accepted = List.copyOf(accepted);
        history = List.copyOf(history);
        if (history.isEmpty() || remote.isPresent() != (History.last(history).to() == EntryState.CONFIRMED)) {
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
        var after = until(EntryState.IN_DOUBT, at, by, reason);
        return new MessageEntry(attempt, answer, Optional.empty(), List.of(), List.of(), after);
    }

    private MessageEntry settled(
            EntryState to, Optional<RemoteId> id, List<String> found, Instant at, String by, String evidence) {
        return new MessageEntry(attempt, Optional.empty(), id, found, List.of(), until(to, at, by, evidence));
    }

    /** The anomalies that no person has accepted yet. */
    public List<String> concerns() {
        return anomalies.stream().filter(found -> !accepted.contains(found)).toList();
    }

    /** A person has seen to its anomalies and gives the reason. */
    public MessageEntry accept(String reason, Instant at, String by) {
        var after = noting(at, by, "accepted: " + reason);
        return new MessageEntry(attempt, answer, remote, anomalies, anomalies, after);
    }

    /** As it is after a merge that kept it: {@code all} has the steps of both versions, {@code alarms} must be seen to. */
    public MessageEntry joined(List<Transition> all, List<String> alarms) {
        var found =
                Stream.concat(anomalies.stream(), alarms.stream()).distinct().toList();
        return new MessageEntry(attempt, answer, remote, found, accepted, all);
    }

    @Override
    public SingleIdentity identity() {
        return attempt.identity();
    }

    @Override
    public Instant since() {
        return History.last(history).at();
    }

    /** Why it is in its state. */
    public String reason() {
        return History.last(history).evidence();
    }

    @Override
    public String post() {
        return identity().toString();
    }

    @Override
    public Optional<RemoteId> sentAs() {
        return remote;
    }

    /** A run settles only what it sent itself; whatever else is settled, a person settled. */
    @Override
    public boolean isSaidNotSent() {
        return state() == EntryState.REJECTED
                && history.stream()
                        .noneMatch(step -> step.to() == EntryState.REJECTED
                                && step.by().equals(attempt.run().id()));
    }
}
