package dev.muster.apply;

import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.ReportedTime;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The narrow reading of an answer, for proof only: one JSON object, without duplicate fields and without anything after
 * it. Every question is answered "no" unless the body says "yes" in exactly the documented form.
 */
record StrictResponse(int status, Optional<JsonNode> object) {
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(1 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_ID = 200;
    private static final BigInteger LARGEST = BigInteger.valueOf(1L << 53);

    /** As seconds, this would be the year 5138. */
    private static final long LEAST_MILLISECONDS = 100_000_000_000L;

    static StrictResponse of(PostResponse.Received answer) {
        return new StrictResponse(answer.status(), answer.intact() ? parse(answer.body()) : Optional.empty());
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(STRICT.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A campaign id that can be kept: text, not blank, of sane length, without control characters. */
    Optional<RemoteId> id() {
        return text("id")
                .filter(id -> id.length() <= LONGEST_ID && id.chars().noneMatch(Character::isISOControl))
                .map(RemoteId::new);
    }

    /** A text that is there and not blank. */
    Optional<String> text(String field) {
        return field(field).flatMap(JsonNode::stringValueOpt).filter(text -> !text.isBlank());
    }

    /** A whole number, however large. */
    OptionalLong wholeNumber(String field) {
        return field(field)
                .filter(JsonNode::isIntegralNumber)
                .map(number -> number.bigIntegerValue()
                        .min(LARGEST)
                        .max(LARGEST.negate())
                        .longValueExact())
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    Optional<Boolean> flag(String field) {
        return field(field).flatMap(JsonNode::booleanValueOpt);
    }

    /** A time as text, or as seconds or milliseconds since 1970. */
    Optional<ReportedTime> time(String field) {
        var sinceEpoch = wholeNumber(field);
        return sinceEpoch.isPresent()
                ? Optional.of(new ReportedTime(instant(sinceEpoch.getAsLong()), true))
                : text(field).flatMap(ReportedTime::read);
    }

    private static Instant instant(long sinceEpoch) {
        return sinceEpoch < LEAST_MILLISECONDS ? Instant.ofEpochSecond(sinceEpoch) : Instant.ofEpochMilli(sinceEpoch);
    }

    /** The texts of a list, or the ids of its objects; empty when there is no list. */
    Optional<Set<String>> ids(String field) {
        return field(field).filter(JsonNode::isArray).map(StrictResponse::ids);
    }

    private static Set<String> ids(JsonNode list) {
        return list.values().stream()
                .map(one ->
                        one.isString() ? one.stringValue("") : one.path("id").stringValue(""))
                .filter(id -> !id.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The object in a field, to be read like this one; without fields where there is none. */
    StrictResponse part(String field) {
        return new StrictResponse(status, field(field).filter(JsonNode::isObject));
    }

    OptionalInt number(String field) {
        return field(field)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::intValueOpt)
                .orElse(OptionalInt.empty());
    }

    /** The senders that SeaX names, or empty when it names none at all. */
    Optional<Set<PhoneId>> phones() {
        return ids("phones").map(ids -> ids.stream().map(PhoneId::new).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether SeaX itself, and nobody between, wrote this refusal. */
    boolean isRefusal() {
        return isTutorialError() || (status == 422 && isValidationError());
    }

    private boolean isTutorialError() {
        var code = number("status_code");
        return code.isPresent() && code.getAsInt() == status && text("error").isPresent();
    }

    private boolean isValidationError() {
        return !details().isEmpty() && details().stream().allMatch(StrictResponse::isValidationDetail);
    }

    private static boolean isValidationDetail(JsonNode detail) {
        return detail.path("loc").isArray()
                && detail.path("msg").isString()
                && detail.path("type").isString();
    }

    private List<JsonNode> details() {
        return field("detail")
                .filter(JsonNode::isArray)
                .map(list -> List.copyOf(list.values()))
                .orElse(List.of());
    }

    /** What SeaX says about its refusal, for people. */
    String message() {
        var spoken = Stream.concat(
                        text("message").or(() -> text("error")).stream(),
                        details().stream().map(StrictResponse::sentence))
                .collect(Collectors.joining("; "));
        return ServerText.clean(spoken + code().map(code -> " (" + code + ")").orElse(""));
    }

    private static String sentence(JsonNode detail) {
        var location =
                detail.path("loc").values().stream().map(JsonNode::asString).collect(Collectors.joining("."));
        return location + ": " + detail.path("msg").asString("");
    }

    private Optional<String> code() {
        return field("details").flatMap(details -> details.path("code").stringValueOpt());
    }

    private Optional<JsonNode> field(String name) {
        return object.flatMap(all -> all.optional(name));
    }
}
