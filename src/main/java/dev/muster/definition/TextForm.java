package dev.muster.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The expression that a text must match which stands where this block could stand ({@link TextOrBlock}). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface TextForm {
    String value();
}
