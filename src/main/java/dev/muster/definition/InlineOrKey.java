package dev.muster.definition;

/** A part of a campaign that is written in place, or named by the key of a document of its own. */
public sealed interface InlineOrKey<T> {

    /** The key of a document, such as {@code audience: engaged}, or the word {@code immediately} for a schedule. */
    record To<T>(String key) implements InlineOrKey<T> {}

    /** Written in place. */
    record Inline<T>(T block) implements InlineOrKey<T> {}
}
