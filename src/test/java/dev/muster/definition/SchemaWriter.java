package dev.muster.definition;

import dev.muster.model.CampaignKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the published JSON Schema of a kind of document, from the very shapes that the reader binds by and the
 * annotations that Bean Validation checks. Draft-07, since editors know it best.
 */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaWriter() {}

    static ObjectNode schema(Kind kind) {
        var schema = JSON.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", "urn:muster:schema:" + kind.word()); // a name, not a place: it stays wherever the file lies
        schema.put("title", "Muster " + kind.word());
        var body = block(kind.type());
        var properties = JSON.objectNode();
        properties.set(
                "kind", described(JSON.objectNode().put("const", kind.word()), "What this file defines", kind.word()));
        var required = JSON.arrayNode().add("kind");
        if (kind.hasKey()) {
            properties.set(
                    "key", key("Names this " + kind.word() + " for ever; unique in the folder", "holiday-sale-2026"));
            required.add("key");
        }
        properties.setAll((ObjectNode) body.get("properties"));
        body.path("required").forEach(required::add);
        oneOf(
                kind.type(),
                schema.put("type", "object").set("properties", properties).set("required", required));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode block(Class<? extends Record> type) {
        var properties = JSON.objectNode();
        var required = JSON.arrayNode();
        for (var part : RecordSchema.of(type).parts()) {
            var field = field(type, part.component());
            properties.set(part.key(), property(field, part.form()));
            if (part.required() || field.isAnnotationPresent(NotEmpty.class)) {
                required.add(part.key());
            }
        }
        var block = JSON.objectNode().put("type", "object");
        block.set("properties", properties);
        if (!required.isEmpty()) {
            block.set("required", required);
        }
        oneOf(type, block);
        return block.put("additionalProperties", false);
    }

    private static void oneOf(Class<? extends Record> type, ObjectNode block) {
        var keys = RecordSchema.of(type).needsOneOf();
        if (!keys.isEmpty()) {
            var either = block.putArray("anyOf");
            keys.forEach(key -> either.addObject().putArray("required").add(key));
        }
    }

    private static ObjectNode property(Field field, ValueType form) {
        var doc = field.getAnnotation(Doc.class);
        var schema = described(JSON.objectNode(), doc.value(), doc.example());
        schema.setAll(of(form, inner(field.getAnnotatedType(), form)));
        return constrained(schema, constraints(field));
    }

    /** An optional part is written, or not written, like the part itself. */
    private static AnnotatedType inner(AnnotatedType type, ValueType form) {
        boolean list = form instanceof ValueType.Items
                || form instanceof ValueType.Entries
                || form instanceof ValueType.Reference
                || form instanceof ValueType.Either;
        return !list && type instanceof AnnotatedParameterizedType optional
                ? optional.getAnnotatedActualTypeArguments()[0]
                : type;
    }

    private static ObjectNode of(ValueType form, AnnotatedType type) {
        var schema = JSON.objectNode();
        if (form instanceof ValueType.Text || form instanceof ValueType.Filled) {
            schema.put("type", "string");
        } else if (form instanceof ValueType.Literal literal) {
            schema.setAll(literal(literal));
        } else if (form instanceof ValueType.Items items) {
            schema.put("type", "array").set("items", of(items.item(), argument(type, 0)));
        } else if (form instanceof ValueType.Entries entries) {
            schema.put("type", "object").set("additionalProperties", of(entries.value(), argument(type, 1)));
            var names = names(entries.key(), argument(type, 0));
            if (!names.isEmpty()) {
                schema.set("propertyNames", names);
            }
        } else if (form instanceof ValueType.SlotValues) {
            var value = JSON.objectNode().put("type", "string");
            var counted = JSON.objectNode().put("type", "array").set("items", value);
            var named = JSON.objectNode().put("type", "object").set("additionalProperties", value);
            schema.set("anyOf", JSON.arrayNode().add(named).add(counted));
        } else if (form instanceof ValueType.Either either) {
            var text = JSON.objectNode()
                    .put("type", "string")
                    .put(
                            "pattern",
                            either.type().getAnnotation(TextOrBlock.Form.class).value());
            schema.set("anyOf", JSON.arrayNode().add(text).add(block(either.type())));
        } else if (form instanceof ValueType.Inner inner) {
            schema.setAll(block(inner.type()));
        } else if (form instanceof ValueType.Reference reference) {
            var key = JSON.objectNode().put("type", "string").put("pattern", CampaignKey.FORM);
            schema.set("anyOf", JSON.arrayNode().add(key).add(block(reference.type())));
        }
        return constrained(schema, constraints(type));
    }

    /** Names are text to JSON, so the bounds of a number become an expression. */
    private static ObjectNode names(ValueType form, AnnotatedType type) {
        var constraints = constraints(type);
        if (!(form instanceof ValueType.Literal)) {
            return constrained(JSON.objectNode(), constraints);
        }
        var numbers = LongStream.rangeClosed(
                        bound(constraints, Min.class, Min::value), bound(constraints, Max.class, Max::value))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining("|"));
        return JSON.objectNode().put("pattern", "^(" + numbers + ")$");
    }

    private static <A extends Annotation> long bound(
            List<Annotation> constraints, Class<A> type, ToLongFunction<A> to) {
        return constraints.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .mapToLong(to)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode literal(ValueType.Literal literal) {
        var schema = JSON.objectNode();
        switch (literal.wire()) {
            case INTEGER -> schema.put("type", "integer");
            case BOOLEAN -> schema.put("type", "boolean");
            case TEXT -> schema.put("type", "string");
            case INTEGER_OR_WORD -> {
                var either = schema.putArray("anyOf");
                either.addObject().put("type", "integer").put("minimum", 1);
                var words = either.addObject().putArray("enum");
                literal.words().forEach(words::add);
            }
            case ONE_OF_WORDS -> {
                var words = schema.putArray("enum");
                literal.words().forEach(words::add);
            }
        }
        return literal.wire() == ValueType.Wire.TEXT && !literal.form().isEmpty()
                ? schema.put("pattern", literal.form())
                : schema;
    }

    private static ObjectNode constrained(ObjectNode schema, List<Annotation> constraints) {
        var patterns = new ArrayList<String>();
        for (var constraint : constraints) {
            if (constraint instanceof NotBlank) {
                patterns.add("\\S");
            } else if (constraint instanceof Pattern pattern) {
                patterns.add(pattern.regexp());
            } else if (constraint instanceof Size size) {
                schema.put("maxLength", size.max());
            } else if (constraint instanceof Min min) {
                schema.put("minimum", min.value());
            } else if (constraint instanceof Max max) {
                schema.put("maximum", max.value());
            } else if (constraint instanceof NotEmpty) {
                schema.put("minProperties", 1);
            } else {
                throw new IllegalStateException("no schema for " + constraint);
            }
        }
        if (patterns.size() == 1) {
            schema.put("pattern", patterns.get(0));
        } else if (patterns.size() > 1) {
            var all = schema.putArray("allOf");
            patterns.forEach(pattern -> all.addObject().put("pattern", pattern));
        }
        return schema;
    }

    /** Constraints on an element, and those that its own constraints are made of. */
    private static List<Annotation> constraints(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .flatMap(a -> a instanceof LabelText ? Arrays.stream(LabelText.class.getAnnotations()) : Stream.of(a))
                .filter(a -> a.annotationType().getName().startsWith(NotBlank.class.getPackageName()))
                .toList();
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static ObjectNode described(ObjectNode schema, String description, String example) {
        schema.put("description", description);
        schema.set("examples", JSON.arrayNode().add(JsonDefinitions.of(example)));
        return schema;
    }

    private static JsonNode key(String description, String example) {
        return described(JSON.objectNode(), description, example)
                .put("type", "string")
                .put("pattern", CampaignKey.FORM);
    }

    private static Field field(Class<?> type, String component) {
        try {
            return type.getDeclaredField(component);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
