package dev.muster.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.definition.AudienceDefinition;
import dev.muster.definition.CampaignDefinition;
import dev.muster.definition.MessageDefinition;
import dev.muster.definition.ProjectDefinition;
import dev.muster.definition.ScheduleDefinition;
import jakarta.validation.Constraint;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConstraintsTest {
    private static final List<Class<?>> RECORDS = List.of(
            ProjectDefinition.class,
            CampaignDefinition.class,
            AudienceDefinition.class,
            MessageDefinition.class,
            ScheduleDefinition.class);

    @Test
    void every_message_names_its_rule_and_what_to_write_and_holds_nothing_to_interpret() {
        var messages = RECORDS.stream()
                .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses())))
                .filter(Class::isRecord)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getAnnotatedType)
                .flatMap(ConstraintsTest::constraints)
                .map(ConstraintsTest::message)
                .filter(message -> !message.isEmpty())
                .toList();

        assertThat(messages).hasSizeGreaterThan(20).allMatch(m -> m.matches("[a-z-]+/[a-z-]+: [^|{}$]+ \\| [^|{}$]+"));
    }

    @Test
    void no_expression_language_is_there_to_run_anything() {
        assertThat(ConstraintsTest.class.getClassLoader().getResource("jakarta/el/ExpressionFactory.class"))
                .isNull();
    }

    private static Stream<Annotation> constraints(AnnotatedType type) {
        var own = Arrays.stream(type.getAnnotations())
                .filter(a -> a.annotationType().isAnnotationPresent(Constraint.class));
        return type instanceof AnnotatedParameterizedType generic
                ? Stream.concat(
                        own,
                        Arrays.stream(generic.getAnnotatedActualTypeArguments()).flatMap(ConstraintsTest::constraints))
                : own;
    }

    private static String message(Annotation constraint) {
        try {
            return (String) constraint.annotationType().getMethod("message").invoke(constraint);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
