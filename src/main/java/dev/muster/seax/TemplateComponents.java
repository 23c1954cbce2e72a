package dev.muster.seax;

import dev.muster.diagnostic.Characters;
import dev.muster.model.Sha256;
import dev.muster.model.TemplateContent;
import dev.muster.model.TemplateContent.Header;
import dev.muster.model.TemplateMessage.MediaKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The components of a template as SeaX lists them: HEADER, BODY, FOOTER and BUTTONS, each once at most. What is unknown or
 * contradicts itself makes this one template unusable, because a request must fill exactly its slots; the list reads on.
 */
final class TemplateComponents {
    private static final Set<String> KNOWN = Set.of("HEADER", "BODY", "FOOTER", "BUTTONS");

    private final JsonRow template;
    private final TemplateSlots slots;
    private final Map<String, JsonRow> parts = new HashMap<>();

    private TemplateComponents(JsonRow template) {
        this.template = template;
        slots = new TemplateSlots(word(template, "parameter_format"));
    }

    /** What the template shows; empty where SeaX does not list its components at all. */
    static Optional<TemplateContent> of(JsonRow template) {
        return template.json().path("components").isNull() || !template.has("components")
                ? Optional.empty()
                : Optional.of(new TemplateComponents(template).content());
    }

    /** Whether it counts its slots; where SeaX does not say so, its text shows it. */
    static boolean isPositional(JsonRow template, Optional<TemplateContent> content) {
        var format = word(template, "parameter_format");
        return format.equals("POSITIONAL")
                || (format.isEmpty()
                        && content.filter(TemplateComponents::isCounted).isPresent());
    }

    private static boolean isCounted(TemplateContent content) {
        var header =
                content.header().filter(Header.Text.class::isInstance).flatMap(text -> ((Header.Text) text).slot());
        return Stream.concat(header.stream(), content.bodySlots().stream()).anyMatch("1"::equals);
    }

    private TemplateContent content() {
        if (!template.hasList("components")) {
            slots.refuse("its parts are no list");
        }
        elements(template, "components").forEach(this::take);
        var header = part("HEADER").flatMap(this::header);
        var body = body();
        var footer = part("FOOTER").flatMap(this::footer);
        var buttons = part("BUTTONS")
                .map(part -> new TemplateButtons(slots).read(part))
                .orElse(List.of());
        return new TemplateContent(header, body, slots.ofBody(), footer, buttons, slots.unusable(), digest(template));
    }

    private void take(JsonRow part) {
        var type = word(part, "type");
        if (!KNOWN.contains(type)) {
            slots.refuse(type.isEmpty() ? "it has a part without a type" : "it has a " + type + ", which is not known");
        } else if (parts.putIfAbsent(type, part) != null) {
            slots.refuse("it has two parts of the type " + type);
        }
    }

    private Optional<JsonRow> part(String type) {
        return Optional.ofNullable(parts.get(type));
    }

    private String body() {
        var body = part("BODY");
        var text = body.flatMap(part -> part.textIfReadable("text"));
        if (text.isEmpty()) {
            slots.refuse("it shows no text");
        }
        slots.readBody(text.orElse(""), body.map(part -> part.part("example")));
        return text.orElse("");
    }

    private Optional<Header> header(JsonRow part) {
        var format = word(part, "format");
        var text = part.textIfReadable("text");
        if (format.equals("TEXT") || (format.isEmpty() && text.isPresent())) {
            if (text.isEmpty()) {
                slots.refuse("its header shows no text");
            }
            return text.map(shown -> new Header.Text(shown, slots.ofHeader(shown, part.part("example"))));
        }
        return media(format).map(Header.Media::new);
    }

    private Optional<MediaKind> media(String format) {
        return switch (format) {
            case "IMAGE" -> Optional.of(MediaKind.IMAGE);
            case "VIDEO" -> Optional.of(MediaKind.VIDEO);
            case "DOCUMENT" -> Optional.of(MediaKind.DOCUMENT);
            default -> {
                slots.refuse(
                        format.isEmpty()
                                ? "its header has no kind"
                                : "it has a header of the kind " + format + ", which Muster does not send");
                yield Optional.empty();
            }
        };
    }

    /** Meta's footer has no slot. */
    private Optional<String> footer(JsonRow part) {
        var text = part.textIfReadable("text");
        if (text.isEmpty() || text.get().contains("{{")) {
            slots.refuse(text.isEmpty() ? "its footer shows no text" : "its footer has a slot");
        }
        return text;
    }

    /** A word of a closed set, in capitals. */
    static String word(JsonRow row, String field) {
        return row.textIfReadable(field)
                .map(word -> Characters.visible(word.strip().toUpperCase(Locale.ROOT)))
                .orElse("");
    }

    static List<JsonRow> elements(JsonRow row, String field) {
        return row.hasList(field)
                ? row.json().path(field).values().stream()
                        .map(element -> new JsonRow(row.target(), element))
                        .toList()
                : List.of();
    }

    /** Examples are left out: nobody gets them, and the addresses of files among them change with each reading. */
    private static Sha256 digest(JsonRow template) {
        return Sha256.of(CanonicalJson.of(template.json().path("components"), Set.of("example")));
    }
}
