package dev.muster.contacts;

/** What a written number turned out to be. */
sealed interface NumberReading {
    /** A number; {@code isLikely} is false when its country's numbering plan has no such numbers. */
    record Read(String e164, boolean isRewritten, boolean isLikely) implements NumberReading {}

    /** No number: why, and what to do. */
    record Unreadable(String why, String help) implements NumberReading {}

    /** Nothing was written. */
    record Blank() implements NumberReading {}
}
