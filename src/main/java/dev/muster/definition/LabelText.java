package dev.muster.definition;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of one label: not blank, and without a comma, which would make it two labels in most people's eyes. */
@NotBlank(message = "label/empty: a label name is empty | write the label's name, or remove the item")
@Pattern(
        regexp = LabelText.FORM,
        message = "label/comma: a label name holds a comma | write one item for each label: [first, second]")
@Constraint(validatedBy = {})
@Target({ElementType.TYPE_USE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface LabelText {
    /** For the published schemas. */
    String FORM = "^[^,]*$";

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
