package dev.muster.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A value that is written as one text, or as a block of keys that says more. */
public sealed interface TextOrBlock<T> {

    /** One text, such as {@code language: en_US}. */
    record Text<T>(String text) implements TextOrBlock<T> {}

    /** A block, such as {@code language: {field: language, map: {es: es_MX}, default: en_US}}. */
    record Inline<T>(T block) implements TextOrBlock<T> {}

    /** On the block: the expression that the text must match. A rule judges it; published schemas have it from here. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Form {
        String value();
    }
}
