package dev.muster.definition;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The keys that a block of YAML may have, read off its record, and how to make the record from their values. */
record RecordSchema<T extends Record>(Class<T> type, List<Part> parts, Constructor<T> constructor) {
    RecordSchema {
        parts = List.copyOf(parts);
    }

    /** One key: the component it fills, how it is written there, and whether it must be written. */
    record Part(String component, String key, ValueType form, boolean required, boolean optional, String example) {
        /** What the component holds when the key is not written. */
        Object absent() {
            return form instanceof ValueType.Items
                    ? List.of()
                    : form instanceof ValueType.Entries ? Map.of() : Optional.empty();
        }
    }

    static <T extends Record> RecordSchema<T> of(Class<T> type) {
        try {
            var components = type.getRecordComponents();
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var parts = Arrays.stream(components).map(c -> part(type, c)).toList();
            return new RecordSchema<>(type, parts, type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has a constructor for its components: " + type, e);
        }
    }

    /** The record, if all its parts are there. */
    Optional<T> make(Map<String, Object> values) {
        if (!values.keySet().containsAll(parts.stream().map(Part::component).toList())) {
            return Optional.empty();
        }
        try {
            var arguments =
                    parts.stream().map(part -> values.get(part.component())).toArray();
            return Optional.of(constructor.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the parts do not fit the record " + type, e);
        }
    }

    /** Keys of which one must be written; none where each key says for itself whether it must. */
    List<String> needsOneOf() {
        var keys = type.getAnnotation(NeedsOneOf.class);
        return keys == null ? List.of() : List.of(keys.value());
    }

    /** Keys that are refused here although people may expect them, with the reason. */
    Map<String, String> refused() {
        var refused = new TreeMap<String, String>();
        Arrays.stream(type.getAnnotationsByType(ForbiddenKey.class)).forEach(r -> refused.put(r.key(), r.why()));
        return refused;
    }

    /** How a component of a record is written in YAML. */
    static String key(Class<?> type, String component) {
        var doc = doc(field(type, component));
        return doc.key().isEmpty() ? snakeCase(component) : doc.key();
    }

    private static Part part(Class<?> type, RecordComponent component) {
        var name = component.getName();
        var field = field(type, name);
        var form = ValueTypes.of(component.getGenericType(), field.isAnnotationPresent(MultiLine.class));
        boolean optional = component.getType() == Optional.class;
        return new Part(
                name,
                key(type, name),
                form,
                isRequired(component.getType()),
                optional,
                doc(field).example());
    }

    private static Field field(Class<?> type, String component) {
        try {
            return type.getDeclaredField(component);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("no component " + component + " in " + type, e);
        }
    }

    private static Doc doc(Field field) {
        return Objects.requireNonNull(field.getAnnotation(Doc.class), () -> "no @Doc on " + field);
    }

    private static boolean isRequired(Type type) {
        return type != Optional.class && type != List.class && type != Map.class;
    }

    private static String snakeCase(String camelCase) {
        var snake = new StringBuilder();
        camelCase
                .chars()
                .forEach(c -> snake.append(
                        Character.isUpperCase(c) ? "_" + (char) (c + 'a' - 'A') : String.valueOf((char) c)));
        return snake.toString();
    }
}
