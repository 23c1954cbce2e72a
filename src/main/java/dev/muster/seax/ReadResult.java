package dev.muster.seax;

import dev.muster.http.HttpReply;

/** How one try of a read ended. */
sealed interface ReadResult {

    /** SeaX, or someone before it, answered. */
    record Answered(HttpReply reply) implements ReadResult {
        boolean isTooLong() {
            return reply.end() == HttpReply.End.TOO_LONG;
        }
    }

    /**
     * Nobody answered; {@code wasAsked} where the question may have arrived, {@code isLate} where the time for an answer was
     * over then; {@code cause} is for people.
     */
    record Silent(String cause, boolean wasAsked, boolean isLate) implements ReadResult {}

    /** Whether the time for an answer was over. */
    default boolean isLateAnswer() {
        return this instanceof Silent silent && silent.isLate();
    }
}
