package dev.muster.apply;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The refusal of the template campaigns' own endpoint, which names no status in its body: {@code error} and {@code message} as
 * texts, {@code details} absent or an object, and nothing else. It is proof only where nothing can have left: a 400 about one
 * of several destinations may have come after others were messaged.
 */
final class PartRefusal {
    private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 404, 422);
    private static final Set<String> FIELDS = Set.of("error", "message", "details");

    /** What a 400 may be about for a longer list, because it is the same for everybody. */
    private static final Pattern ABOUT_ALL =
            Pattern.compile("sender.*|template.*|language.*|missing_parameter", Pattern.CASE_INSENSITIVE);

    private static final Pattern ABOUT_ONE = Pattern.compile("destination|recipient|to_", Pattern.CASE_INSENSITIVE);

    private PartRefusal() {}

    static boolean isOne(StrictResponse shape, int destinations) {
        return STATUSES.contains(shape.status())
                && shape.object().filter(PartRefusal::hasForm).isPresent()
                && (shape.status() != 400
                        || destinations == 1
                        || isAboutAll(shape.object().orElseThrow()));
    }

    private static boolean hasForm(JsonNode body) {
        return body.propertyStream().map(Map.Entry::getKey).allMatch(FIELDS::contains)
                && isText(body, "error")
                && isText(body, "message")
                && (!body.has("details") || body.path("details").isObject());
    }

    private static boolean isText(JsonNode body, String field) {
        return body.path(field).stringValueOpt().filter(text -> !text.isBlank()).isPresent();
    }

    /** By the names of the details, or the field that they name; nothing in them may be about one person. */
    private static boolean isAboutAll(JsonNode body) {
        var details = body.path("details");
        var field = details.path("field").stringValueOpt().stream();
        var about = Stream.concat(details.propertyStream().map(Map.Entry::getKey), field)
                .toList();
        return about.stream().anyMatch(name -> ABOUT_ALL.matcher(name).matches())
                && about.stream().noneMatch(name -> ABOUT_ONE.matcher(name).find());
    }
}
