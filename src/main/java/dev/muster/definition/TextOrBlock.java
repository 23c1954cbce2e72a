package dev.muster.definition;

/** A value that is written as one text, or as a block of keys that says more. */
public sealed interface TextOrBlock<T> {

    /** One text, such as {@code language: en_US}. */
    record Text<T>(String text) implements TextOrBlock<T> {}

    /** A block, such as {@code language: {field: language, map: {es: es_MX}, default: en_US}}. */
    record Inline<T>(T block) implements TextOrBlock<T> {}
}
