package dev.muster.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that people read as a message: it may have several lines, and emoji made of several characters. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface MultiLine {}
