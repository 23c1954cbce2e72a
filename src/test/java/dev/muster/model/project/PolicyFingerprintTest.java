package dev.muster.model.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.LabelName;
import dev.muster.model.SenderName;
import dev.muster.model.Sha256;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An approval is bound to the policy by its fingerprint, so a part that it forgets could be relaxed after the review. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyFingerprintTest {
    private static final Policy PLAIN = new Policy(
            labels("DNC"),
            labels("opt_in"),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Policy.DEFAULT_MIN_LEAD,
            Restrictions.NONE,
            DriftLimit.DEFAULT,
            Policy.DEFAULT_PLAN_VALID_FOR,
            OptionalDouble.empty());

    /** One value for every type of component, none of which is the one in the plain policy. */
    private static final List<Object> OTHERS = List.of(
            labels("DNC", "unsubscribed"),
            OptionalInt.of(7),
            OptionalDouble.of(0.7),
            Duration.ofMinutes(7),
            new DriftLimit(0.7, 7, 0),
            Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0))),
            Optional.of(ZoneId.of("America/New_York")),
            Optional.of(new Restrictions.Frequency(7, Duration.ofDays(7))),
            Optional.of(Restrictions.UsMarketing.ALLOW),
            List.of(new SenderName("Sales Line")),
            List.of("example.com"));

    @Test
    void every_part_of_a_policy_changes_it() throws ReflectiveOperationException {
        var seen = new TreeMap<Sha256, String>();
        seen.put(Fingerprint.of(PLAIN), "nothing");
        for (var component : Policy.class.getRecordComponents()) {
            if (component.getType() == Restrictions.class) {
                for (var restriction : Restrictions.class.getRecordComponents()) {
                    var other = with(Restrictions.NONE, restriction.getName());
                    note(seen, with(PLAIN, component.getName(), other), restriction.getName());
                }
            } else {
                note(seen, with(PLAIN, component.getName()), component.getName());
            }
        }
        assertThat(seen)
                .hasSize(Policy.class.getRecordComponents().length + Restrictions.class.getRecordComponents().length);
    }

    @Test
    void the_order_of_labels_does_not_change_it() {
        var other = new Policy(
                labels("b", "a"),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Duration.ZERO,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());
        var same = new Policy(
                labels("a", "b"),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Duration.ZERO,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());

        assertThat(Fingerprint.of(other)).isEqualTo(Fingerprint.of(same));
    }

    @Test
    void labels_that_are_joined_are_not_the_two() {
        assertThat(Fingerprint.of(PLAIN.excludingToo(with(labels("a, b")))))
                .isNotEqualTo(Fingerprint.of(PLAIN.excludingToo(with(labels("a", "b")))));
    }

    private static void note(java.util.Map<Sha256, String> seen, Policy policy, String part) {
        assertThat(seen.put(Fingerprint.of(policy), part)).as(part).isNull();
    }

    /** The record with another value in one component. */
    private static <R extends Record> R with(R record, String name) throws ReflectiveOperationException {
        var old = record.getClass().getDeclaredMethod(name).invoke(record);
        for (var other : OTHERS) {
            try {
                var changed = with(record, name, other);
                if (!changed.getClass().getDeclaredMethod(name).invoke(changed).equals(old)) {
                    var type = record.getClass()
                            .getDeclaredField(name)
                            .getGenericType()
                            .getTypeName();
                    if (fits(type, other)) {
                        return changed;
                    }
                }
            } catch (IllegalArgumentException otherType) {
                // another value is meant for this component
            }
        }
        throw new AssertionError("the test has no other value for " + name);
    }

    /** Erased types let any list into any other, so that the element's type is asked for by name. */
    private static boolean fits(String type, Object value) {
        var inner = value instanceof Optional<?> optional
                ? optional.orElseThrow()
                : value instanceof List<?> list ? list.get(0) : value;
        return type.contains((inner instanceof ZoneId ? ZoneId.class : inner.getClass()).getName());
    }

    @SuppressWarnings("unchecked") // the canonical constructor of a record makes that record
    private static <R extends Record> R with(R record, String name, Object value) throws ReflectiveOperationException {
        var components = record.getClass().getRecordComponents();
        var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].getName().equals(name)
                    ? value
                    : components[i].getAccessor().invoke(record);
        }
        return (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
    }

    private static Policy with(List<LabelName> excluded) {
        return new Policy(
                excluded,
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Duration.ZERO,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());
    }

    private static List<LabelName> labels(String... names) {
        return Arrays.stream(names).map(LabelName::new).toList();
    }
}
