package dev.muster.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key that people expect in a block and that this version cannot honour: refused with the reason, never ignored. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ForbiddenKey.All.class)
public @interface ForbiddenKey {
    String key();

    String why();

    /** All refused keys of one block. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        ForbiddenKey[] value();
    }
}
