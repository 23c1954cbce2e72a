package dev.muster.definition;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key of YAML means, and one example value: for editors, through the published schemas, and for findings. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Doc {
    String value();

    /** A value as it is written in YAML. */
    String example();

    /** The key in YAML where it cannot be the component's name. */
    String key() default "";
}
