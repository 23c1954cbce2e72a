package dev.muster.definition;

import dev.muster.model.text.ValueText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the form of a value off the Java type of its record component: the type is the only description there is. */
final class ValueTypes {
    private static final Map<Class<?>, ValueType.Literal> LITERALS = both(
            Map.of(
                    Integer.class,
                    new ValueType.Literal(
                            "a whole number",
                            "write digits only, such as 50000",
                            ValueType.Wire.INTEGER,
                            List.of(),
                            "0|[1-9][0-9]{0,8}",
                            Integer::valueOf),
                    Boolean.class,
                    new ValueType.Literal(
                            "true or false",
                            "write true or false",
                            ValueType.Wire.BOOLEAN,
                            List.of("true", "false"),
                            "true|false",
                            Boolean::valueOf),
                    Duration.class,
                    text(
                            "a duration",
                            "write it as P7D (days) or PT15M (minutes)",
                            "^P(?=.*[1-9])([0-9]{1,5}D)?(T(?=.)([0-9]{1,5}H)?([0-9]{1,5}M)?([0-9]{1,5}S)?)?$",
                            Duration::parse),
                    Instant.class,
                    text(
                            "a moment",
                            "write it with its offset, such as 2026-11-30T09:00:00Z",
                            WrittenTime.FORM_WITH_OFFSET,
                            text -> OffsetDateTime.parse(text).toInstant()),
                    WrittenTime.class,
                    text(
                            "a date and time",
                            "write a day that exists, and a time: 2026-12-01T10:00, or with an offset 2026-12-01T10:00-05:00",
                            WrittenTime.FORM,
                            WrittenTime::parse),
                    LocalTime.class,
                    text(
                            "a time of day",
                            "write it with hours and minutes, such as \"20:00\"",
                            "^([01][0-9]|2[0-3]):[0-5][0-9]$",
                            LocalTime::parse),
                    MessagingLimit.class,
                    new ValueType.Literal(
                            "a number of people, or unlimited",
                            "write digits only, such as 2000, or unlimited",
                            ValueType.Wire.INTEGER_OR_WORD,
                            List.of(MessagingLimit.UNLIMITED),
                            MessagingLimit.FORM,
                            MessagingLimit::parse),
                    Share.class,
                    text("a share", "write a share from 1% to 100%, such as 60%", Share.FORM, Share::parse),
                    ToleratedShare.class,
                    text(
                            "a share",
                            "write a share from 0% to 100%, such as 2%",
                            ToleratedShare.FORM,
                            ToleratedShare::parse),
                    ZoneId.class,
                    new ValueType.Literal(
                            "a time zone",
                            "write a name such as America/New_York, Europe/Berlin or UTC",
                            ValueType.Wire.TEXT,
                            List.of(),
                            "",
                            ZoneNames::zone,
                            ZoneNames::meant)),
            Map.of(
                    Interval.class,
                    text(
                            "an interval",
                            "write it as PT5S (seconds), PT0.1S (ten times a second) or PT15M (minutes)",
                            Interval.FORM,
                            Interval::parse)));

    private ValueTypes() {}

    private static <K, V> Map<K, V> both(Map<K, V> some, Map<K, V> more) {
        var all = new HashMap<>(some);
        all.putAll(more);
        return Map.copyOf(all);
    }

    /** The form of a type; a type that nobody taught this method is a bug. */
    static ValueType of(Type type, boolean multiLine) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), multiLine);
        }
        var simple = (Class<?>) type;
        if (simple == String.class) {
            return new ValueType.Text(multiLine);
        } else if (simple == ValueText.class) {
            return new ValueType.Filled();
        } else if (simple == Slots.class) {
            return new ValueType.SlotValues();
        }
        return simple.isRecord() && !LITERALS.containsKey(simple)
                ? new ValueType.Inner(simple.asSubclass(Record.class))
                : literal(simple);
    }

    private static ValueType ofGeneric(Class<?> raw, Type[] arguments, boolean multiLine) {
        var last = arguments[arguments.length - 1];
        if (raw == Optional.class) {
            return of(last, multiLine);
        }
        if (raw == List.class) {
            return new ValueType.Items(of(last, false));
        }
        if (raw == Map.class) {
            return new ValueType.Entries(of(arguments[0], false), of(last, false));
        }
        var block = ((Class<?>) last).asSubclass(Record.class);
        return raw == TextOrBlock.class ? new ValueType.Either(block) : new ValueType.Reference(block);
    }

    private static ValueType literal(Class<?> type) {
        return type.isEnum()
                ? choice(type.getEnumConstants())
                : Objects.requireNonNull(LITERALS.get(type), type::toString);
    }

    private static ValueType.Literal choice(Object[] constants) {
        var words = Arrays.stream(constants)
                .map(c -> c.toString().toLowerCase(Locale.ROOT))
                .toList();
        var all = String.join(", ", words);
        return new ValueType.Literal(
                "one of " + all,
                "write one of: " + all,
                ValueType.Wire.ONE_OF_WORDS,
                words,
                String.join("|", words),
                text -> constants[words.indexOf(text)]);
    }

    private static ValueType.Literal text(String noun, String hint, String form, ValueType.Parser parser) {
        return new ValueType.Literal(noun, hint, ValueType.Wire.TEXT, List.of(), form, parser);
    }
}
