package dev.muster.definition;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Places;
import dev.muster.model.text.ValueText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Binds the nodes of one document to records. It never stops at a mistake: each becomes a finding, and everything around
 * it is bound all the same.
 */
final class Binder {
    private final ConcurrentMap<Class<?>, RecordSchema<?>> shapes;
    private final Map<String, Place> places = new HashMap<>();
    private final List<Bound<?>> bound = new ArrayList<>();
    private final FirstFindings findings = new FirstFindings();
    private final ScalarBinder scalars = new ScalarBinder(findings);

    /** A block before the places of its document are complete. */
    private record Bound<T extends Record>(RecordSchema<T> shape, String path, Map<String, Object> parts) {
        Block<T> block(Places places) {
            return new Block<>(shape.type(), path, parts, shape.make(parts), places);
        }
    }

    Binder(ConcurrentMap<Class<?>, RecordSchema<?>> shapes) {
        this.shapes = shapes;
    }

    /** Shapes are the same for every document: they are read off a record once. */
    static ConcurrentMap<Class<?>, RecordSchema<?>> noShapes() {
        return new ConcurrentHashMap<>();
    }

    List<Diagnostic> findings() {
        return findings.list();
    }

    Places places() {
        return new Places(places);
    }

    /** All blocks that were bound, outer before inner. */
    List<Block<?>> blocks(Places all) {
        return bound.stream().<Block<?>>map(b -> b.block(all)).toList();
    }

    /** One line of text at a path that is not a component of a record: the {@code key} of a document. */
    Optional<String> line(Node.Entry entry, String path) {
        places.put(path, entry.place());
        return value(entry.value(), new ValueType.Text(false), path, entry.place())
                .map(String.class::cast);
    }

    /** Binds a block and everything below it; the record itself, if it is whole. */
    <T extends Record> Optional<T> bind(Node.Mapping mapping, Class<T> type, String path, Place place) {
        var shape = shape(type);
        var parts = new HashMap<String, Object>();
        places.put(path, place);
        bound.add(new Bound<>(shape, path, parts));
        var known = new LinkedHashMap<String, RecordSchema.Part>();
        shape.parts().forEach(part -> known.put(part.key(), part));
        for (var entry : mapping.entries()) {
            var part = known.get(entry.key().text());
            if (part == null) {
                findings.add(BindingErrors.key(entry.key(), shape, path));
            } else {
                bind(entry, part, path).ifPresent(value -> parts.put(part.component(), value));
            }
        }
        known.values().stream()
                .filter(part -> mapping.entry(part.key()).isEmpty())
                .forEach(part -> absent(part, path, place, parts));
        needed(mapping, shape, path, place);
        return shape.make(parts);
    }

    private void needed(Node.Mapping mapping, RecordSchema<?> shape, String path, Place place) {
        var keys = shape.needsOneOf();
        if (!keys.isEmpty() && keys.stream().allMatch(key -> mapping.entry(key).isEmpty())) {
            findings.add(BindingErrors.missing(keys, shape.parts(), path, place));
        }
    }

    private Optional<Object> bind(Node.Entry entry, RecordSchema.Part part, String path) {
        var inner = path + "." + part.key();
        places.put(inner, entry.place());
        var value = value(entry.value(), part.form(), inner, entry.place());
        return part.optional() ? value.map(Optional::of) : value;
    }

    private void absent(RecordSchema.Part part, String path, Place place, Map<String, Object> parts) {
        if (part.required()) {
            findings.add(BindingErrors.missing(part, path, place));
        } else {
            parts.put(part.component(), part.absent());
        }
    }

    private Optional<Object> value(Node node, ValueType form, String path, Place place) {
        if (form instanceof ValueType.Text text && node instanceof Node.Scalar scalar) {
            return scalars.text(scalar, text, path);
        } else if (form instanceof ValueType.Literal literal && node instanceof Node.Scalar scalar) {
            return scalars.literal(scalar, literal, path);
        } else if (form instanceof ValueType.Items list && node instanceof Node.Items items) {
            return items(items, list, path);
        } else if (form instanceof ValueType.Entries map && node instanceof Node.Mapping mapping) {
            return entries(mapping, map, path);
        } else if (form instanceof ValueType.Inner inner && node instanceof Node.Mapping mapping) {
            return bind(mapping, inner.type(), path, place).map(Object.class::cast);
        } else if (form instanceof ValueType.Filled && node instanceof Node.Scalar scalar) {
            return scalars.value(scalar, path);
        } else if (form instanceof ValueType.SlotValues && !(node instanceof Node.Scalar)) {
            return slots(node, path);
        } else if (form instanceof ValueType.Either either && node instanceof Node.Mapping mapping) {
            return bind(mapping, either.type(), path, place).map(TextOrBlock.Inline::new);
        } else if (form instanceof ValueType.Either && node instanceof Node.Scalar scalar) {
            return scalars.line(scalar, path).map(text -> new TextOrBlock.Text<>((String) text));
        } else if (form instanceof ValueType.Reference to && node instanceof Node.Mapping mapping) {
            return bind(mapping, to.type(), path, place).map(InlineOrKey.Inline::new);
        } else if (form instanceof ValueType.Reference && node instanceof Node.Scalar scalar) {
            return scalars.line(scalar, path).map(key -> new InlineOrKey.To<>((String) key));
        }
        return scalars.mistyped(node, form, path);
    }

    /** The values of a template's body; a name of digits only is a name all the same, and a rule judges it. */
    private Optional<Object> slots(Node node, String path) {
        var value = new ValueType.Filled();
        return node instanceof Node.Items items
                ? items(items, new ValueType.Items(value), path).map(Binder::counted)
                : entries(
                                ((Node.Mapping) node).withTextKeys(),
                                new ValueType.Entries(new ValueType.Text(false), value),
                                path)
                        .map(Binder::named);
    }

    @SuppressWarnings("unchecked") // the items of a list of values are values
    private static Slots counted(Object values) {
        return new Slots.Counted((List<ValueText>) values);
    }

    @SuppressWarnings("unchecked") // a block of names with values has names and values
    private static Slots named(Object values) {
        return new Slots.Named((Map<String, ValueText>) values);
    }

    private Optional<Object> items(Node.Items items, ValueType.Items form, String path) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < items.items().size(); i++) {
            var item = items.items().get(i);
            var inner = path + "." + i;
            places.put(inner, item.place());
            value(item, form.item(), inner, item.place()).ifPresent(values::add);
        }
        return values.size() == items.items().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    private Optional<Object> entries(Node.Mapping mapping, ValueType.Entries form, String path) {
        var values = new LinkedHashMap<Object, Object>();
        for (var entry : mapping.entries()) {
            var inner = path + "." + entry.key().text();
            places.put(inner, entry.place());
            var key = scalars.key(entry.key(), form.key(), path);
            var value = value(entry.value(), form.value(), inner, entry.place());
            key.ifPresent(k -> value.ifPresent(v -> values.put(k, v)));
        }
        return values.size() == mapping.entries().size() ? Optional.of(values) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // a shape is stored under its own type
    private <T extends Record> RecordSchema<T> shape(Class<T> type) {
        return (RecordSchema<T>) Objects.requireNonNull(shapes.computeIfAbsent(type, t -> RecordSchema.of(type)));
    }
}
