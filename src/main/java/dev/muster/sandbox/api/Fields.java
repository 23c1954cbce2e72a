package dev.muster.sandbox.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a request body, each read as its type or refused. Null counts as absent. */
public record Fields(ObjectNode body) {
    public Optional<String> text(String field) {
        return present(field).map(value -> {
            if (!value.isString()) {
                throw new RequestRefusedException(ErrorBody.invalid(field, field + " must be a string"));
            }
            return value.stringValue();
        });
    }

    Optional<List<String>> texts(String field) {
        return present(field).map(value -> {
            if (!value.isArray() || value.values().stream().anyMatch(item -> !item.isString())) {
                throw new RequestRefusedException(ErrorBody.invalid(field, field + " must be a list of strings"));
            }
            return value.values().stream().map(JsonNode::stringValue).toList();
        });
    }

    boolean flag(String field) {
        return present(field)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw new RequestRefusedException(ErrorBody.invalid(field, field + " must be true or false"));
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    Optional<Instant> time(String field) {
        return text(field)
                .map(text -> WireTimes.parse(text)
                        .orElseThrow(() -> new RequestRefusedException(
                                ErrorBody.invalid(field, field + " must be a date and time"))));
    }

    /** A whole number between these two, which may both be it. */
    public Optional<Integer> number(String field, int least, int most) {
        return present(field).map(value -> {
            if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
                throw new RequestRefusedException(
                        ErrorBody.invalid(field, field + " must be a whole number from " + least + " to " + most));
            }
            return value.intValue();
        });
    }

    /** A list of whole numbers, empty if absent. */
    public List<Integer> numbers(String field) {
        return present(field)
                .map(value -> {
                    if (!value.isArray() || value.values().stream().anyMatch(item -> !item.isInt())) {
                        throw new RequestRefusedException(
                                ErrorBody.invalid(field, field + " must be a list of whole numbers"));
                    }
                    return value.values().stream().map(JsonNode::intValue).toList();
                })
                .orElse(List.of());
    }

    /** Refuses a field that is not among the known ones. */
    public void requireOnly(List<String> known) {
        for (var field : body.propertyNames()) {
            if (!known.contains(field)) {
                throw new RequestRefusedException(ErrorBody.invalid(
                        field, "unknown field " + field + "; the fields are " + String.join(", ", known)));
            }
        }
    }

    Optional<Fields> object(String field) {
        return present(field).map(value -> {
            if (value instanceof ObjectNode object) {
                return new Fields(object);
            }
            throw new RequestRefusedException(ErrorBody.invalid(field, field + " must be an object"));
        });
    }

    /** Absent, null, or an empty text or list where the documents require something. */
    public boolean lacks(String field) {
        return present(field)
                .filter(value -> !(value.isString() && value.stringValue().isBlank()))
                .filter(value -> !(value.isArray() && value.isEmpty()))
                .isEmpty();
    }

    private Optional<JsonNode> present(String field) {
        return Optional.ofNullable(body.get(field)).filter(value -> !value.isNull());
    }
}
