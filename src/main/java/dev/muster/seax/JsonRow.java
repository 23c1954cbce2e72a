package dev.muster.seax;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.model.ReportedTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * An object in an answer, read tolerantly: unknown fields are ignored, absent is null, text is kept as it came. A field of
 * the wrong type is an {@link EnvironmentException} that names endpoint and field, and never the value.
 */
record JsonRow(ResourcePath target, JsonNode json) {

    JsonRow requireObject() {
        if (!json.isObject()) {
            throw target.unusable("it is not an object where one belongs");
        }
        return this;
    }

    boolean has(String field) {
        return json.has(field);
    }

    boolean hasList(String field) {
        return json.path(field).isArray();
    }

    /** A text that must be there and not blank. */
    String required(String field) {
        return text(field).orElseThrow(() -> wrong(field, "is missing"));
    }

    /** A text; blank is the same as absent. */
    Optional<String> text(String field) {
        return field(field)
                .map(value -> value.stringValueOpt().orElseThrow(() -> wrong(field, "is not a text")))
                .filter(text -> !text.isBlank());
    }

    /** The same; whatever else stands there is the same as absent. */
    Optional<String> textIfReadable(String field) {
        return json.path(field).stringValueOpt().filter(text -> !text.isBlank());
    }

    OptionalInt number(String field) {
        return field(field)
                .map(value -> OptionalInt.of(wholeNumber(field, value)))
                .orElse(OptionalInt.empty());
    }

    private int wholeNumber(String field, JsonNode value) {
        int number = value.isIntegralNumber() ? value.intValueOpt().orElse(-1) : -1;
        if (number < 0) {
            throw wrong(field, "is not a whole number");
        }
        return number;
    }

    /** A whole number; whatever else stands there is the same as absent. */
    OptionalInt numberIfReadable(String field) {
        int number = json.path(field).isIntegralNumber()
                ? json.path(field).intValueOpt().orElse(-1)
                : -1;
        return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }

    Optional<Boolean> flag(String field) {
        return field(field)
                .map(value -> value.booleanValueOpt().orElseThrow(() -> wrong(field, "is not true or false")));
    }

    /** An instant; without an offset it is UTC. */
    Optional<Instant> time(String field) {
        return reportedTime(field).map(ReportedTime::instant);
    }

    /** A time, and whether it names its zone. */
    Optional<ReportedTime> reportedTime(String field) {
        return text(field).map(text -> ReportedTime.read(text).orElseThrow(() -> wrong(field, "is not a time")));
    }

    /** The objects of a list; absent is empty. */
    List<JsonRow> rows(String field) {
        return values(field).stream()
                .map(value -> new JsonRow(target, value).requireObject())
                .toList();
    }

    /** The ids of a list whose elements are ids or objects with an id. */
    List<String> ids(String field) {
        return values(field).stream()
                .map(value -> value.isString() ? value.stringValue() : new JsonRow(target, value).required("id"))
                .toList();
    }

    /** The same, where it is a list and each element has an id; what is shown beside the point must not end a reading. */
    Optional<List<String>> idsIfShown(String field) {
        var elements = json.path(field);
        var ids = elements.isArray()
                ? elements.values().stream()
                        .flatMap(value -> (value.isString() ? value : value.path("id")).stringValueOpt().stream())
                        .toList()
                : List.<String>of();
        return Optional.of(ids).filter(found -> elements.isArray() && found.size() == elements.size());
    }

    /** The whole numbers of an object, by name; whatever else it holds is left out. */
    Map<String, Long> numbers(String field) {
        var numbers = new TreeMap<String, Long>();
        json.path(field).properties().forEach(entry -> {
            if (entry.getValue().isIntegralNumber()) {
                entry.getValue().longValueOpt().ifPresent(number -> numbers.put(entry.getKey(), number));
            }
        });
        return numbers;
    }

    /** The texts, numbers and truths of this object as text, by name, blank ones included; whatever else it holds is left out. */
    Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        json.properties().forEach(entry -> {
            if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                texts.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return texts;
    }

    /** An object inside this one; absent is an empty one. */
    JsonRow part(String field) {
        return new JsonRow(target, json.path(field));
    }

    private List<JsonNode> values(String field) {
        return field(field).map(value -> elements(field, value)).orElse(List.of());
    }

    private List<JsonNode> elements(String field, JsonNode value) {
        return List.copyOf(value.asArrayOpt()
                .orElseThrow(() -> wrong(field, "is not a list"))
                .values());
    }

    private Optional<JsonNode> field(String field) {
        return json.optional(field).filter(value -> !value.isNull());
    }

    private EnvironmentException wrong(String field, String why) {
        return target.unusable("the field " + field + " " + why);
    }
}
