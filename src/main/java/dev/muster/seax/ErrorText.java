package dev.muster.seax;

import dev.muster.apply.ServerText;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an error body says, for people: every shape that the API document and the vendor's OpenAPI document show. It
 * guesses generously, so it is never used to prove anything.
 */
final class ErrorText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ErrorText() {}

    /** A sentence in a form that is safe to show, or empty when the body has none. */
    static Optional<String> in(String body) {
        try {
            return of(JSON.readTree(body)).map(ServerText::clean).filter(text -> !text.isEmpty());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(JsonNode body) {
        return Stream.of(text(body, "message"), text(body, "error"), detail(body.path("detail")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text + code(body));
    }

    private static String code(JsonNode body) {
        return text(body.path("details"), "code").map(code -> " (" + code + ")").orElse("");
    }

    private static Optional<String> detail(JsonNode detail) {
        if (detail.isArray()) {
            return Optional.of(detail.values().stream().map(ErrorText::finding).collect(Collectors.joining("; ")));
        }
        return detail.stringValueOpt().or(() -> text(detail, "message"));
    }

    private static String finding(JsonNode finding) {
        var place = finding.path("loc").values().stream()
                .map(part -> part.asString(""))
                .collect(Collectors.joining("."));
        var message = text(finding, "msg").orElse("not valid");
        return place.isEmpty() ? message : place + ": " + message;
    }

    private static Optional<String> text(JsonNode object, String field) {
        return object.path(field).stringValueOpt().filter(text -> !text.isBlank());
    }
}
