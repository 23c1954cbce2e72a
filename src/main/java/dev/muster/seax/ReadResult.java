package dev.muster.seax;

import dev.muster.http.HttpReply;

/** How one try of a read ended. */
sealed interface ReadResult {

    /** SeaX, or someone before it, answered. */
    record Answered(HttpReply reply) implements ReadResult {}

    /** Nobody answered; {@code cause} is for people. */
    record Silent(String cause) implements ReadResult {}
}
