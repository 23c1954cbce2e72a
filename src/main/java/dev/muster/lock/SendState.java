package dev.muster.lock;

import java.util.Locale;

/**
 * What programs and people are told of a send, in one word. It is the state in the record, but for one: the record has
 * "a person said that it was not sent" as {@link EntryState#ABANDONED} with a known outcome, as version 0.1 wrote it, and of
 * a single message as {@link EntryState#REJECTED}. Told are different things: that it was not sent, and that nobody knows.
 */
public enum SendState {
    INTENT,
    CONFIRMED,
    /** SeaX refused it, or it never left. */
    REJECTED,
    IN_DOUBT,
    /** A person said that it was not sent. */
    NOT_SENT,
    /** A person gave it up, and nobody knows whether it was sent. */
    ABANDONED;

    public static SendState of(Entry entry) {
        return entry.isSaidNotSent() ? NOT_SENT : valueOf(entry.state().name());
    }

    /** The state that a step of this entry's history led to, or came from. */
    public static SendState in(Entry entry, EntryState step) {
        return step == entry.state() ? of(entry) : valueOf(step.name());
    }

    /** Whether it may have reached people: all but what was refused, and what a person said was not sent. */
    public boolean mayHaveReachedPeople() {
        return switch (this) {
            case INTENT, CONFIRMED, IN_DOUBT, ABANDONED -> true;
            case REJECTED, NOT_SENT -> false;
        };
    }

    /** What people read. */
    @Override
    public String toString() {
        return this == NOT_SENT ? name().toLowerCase(Locale.ROOT).replace('_', ' ') : name();
    }
}
