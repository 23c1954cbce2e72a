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

    /** Nobody answered, or not in time ({@code isLate}); {@code cause} is for people. */
    record Silent(String cause, boolean isLate) implements ReadResult {}
}
