package dev.muster.lock;

import dev.muster.model.RemoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is recorded of one send: of a campaign ({@link LockEntry}) or of a message to one person ({@link MessageEntry}). The
 * last step of its history is its state. A step leads to another state only while the outcome is unknown, and an entry is
 * never removed.
 */
public sealed interface Entry permits LockEntry, MessageEntry {
    /** How the record calls it. */
    Object identity();

    List<Transition> history();

    /** The id under which SeaX has it, where that is known. */
    Optional<RemoteId> sentAs();

    /** When the state was entered. */
    Instant since();

    /** Where SeaX's answer, or what was found later, is not what was asked. */
    List<String> anomalies();

    /** What tells one post from another; two versions of the same post were sent at most once. */
    String post();

    default EntryState state() {
        return History.last(history()).to();
    }

    /** Whether its outcome is still unknown; a settled entry never opens again, but for a new attempt after a rejection. */
    default boolean isOpen() {
        return state() == EntryState.INTENT || state() == EntryState.IN_DOUBT;
    }

    /** Whether a person ended it with "not sent", which is not the same as a proof of that. */
    boolean isSaidNotSent();

    /** Whether it is recorded with this id of SeaX. */
    default boolean isSentAs(RemoteId id) {
        return sentAs().filter(id::equals).isPresent();
    }

    /** Whether this is what became of an entry: its history has all of that one's. */
    default boolean follows(Entry before) {
        return History.contains(history(), before.history());
    }

    /** Its history once it is in another state. */
    default List<Transition> until(EntryState to, Instant at, String by, String evidence) {
        requireOpen();
        return with(new Transition(at, Optional.of(state()), to, by, evidence));
    }

    /** A settled entry takes neither another state nor an answer. */
    default void requireOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(identity() + " is " + state() + ", which is settled");
        }
    }

    /** Its history with a step that leaves it in its state. */
    default List<Transition> noting(Instant at, String by, String evidence) {
        return with(new Transition(at, Optional.of(state()), state(), by, evidence));
    }

    private List<Transition> with(Transition step) {
        return Stream.concat(history().stream(), Stream.of(step)).toList();
    }
}
