package dev.muster.number;

/** What a written number turned out to be. No reading quotes the text that it is of. */
public sealed interface ParsedNumber {
    /** A number in E.164, the same for all spellings of one account; an extension was left out. */
    record Read(String e164, boolean hadExtension) implements ParsedNumber {
        Read(String e164) {
            this(e164, false);
        }
    }

    /** No number: why, in words that continue a sentence, and what to do. */
    record Unreadable(String why, String help) implements ParsedNumber {}

    /** Nothing was written. */
    record Blank() implements ParsedNumber {}
}
