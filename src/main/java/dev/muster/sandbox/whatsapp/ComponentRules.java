package dev.muster.sandbox.whatsapp;

import dev.muster.sandbox.world.MessageFate.Failure;
import dev.muster.sandbox.world.TemplateRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What WhatsApp says of the components that fill a template: the first thing that is wrong, by its code. Written from the same
 * page as Muster's own checks and independently of them.
 */
public final class ComponentRules {
    private static final Set<String> SUB_TYPES = Set.of(
            "BOOKING_CONFIRMATION",
            "CATALOG",
            "COPY_CODE",
            "FLOW",
            "MPM",
            "ORDER_DETAILS",
            "QUICK_REPLY",
            "REMINDER",
            "URL",
            "VOICE_CALL");
    private static final Set<String> KEYS = Set.of("type", "sub_type", "index", "parameters");

    private final TemplateRow template;
    private final TextRules texts;
    private final ButtonRules buttons;
    private final Optional<ObjectNode> header;

    public ComponentRules(TemplateRow template) {
        this.template = template;
        texts = new TextRules(template);
        buttons = new ButtonRules(template);
        header = template.parts("HEADER").stream().findFirst();
    }

    /** The components of one message by what they fill. */
    private record Given(Optional<ObjectNode> header, Optional<ObjectNode> body, Map<Integer, ObjectNode> buttons) {}

    public Optional<ParameterError> check(ArrayNode components) {
        try {
            var given = given(components);
            if (!template.parts("CAROUSEL").isEmpty()) {
                throw wrong(Failure.PARAMETER_FORMAT, "carousel: Format mismatch, expected CAROUSEL, received UNKNOWN");
            }
            checkHeader(given.header());
            texts.check("body", template.body(), TextRules.LONGEST_BODY, parameters(given.body()));
            buttons.check(given.buttons());
            return Optional.empty();
        } catch (ParameterException wrong) {
            return Optional.of(wrong.error());
        }
    }

    /** Why a message fails that WhatsApp took: what is at an address shows only when it is fetched. */
    public Optional<Integer> failure(ArrayNode components) {
        return components.values().stream()
                .filter(component -> component.path("type").asString("").equals("header"))
                .flatMap(component -> component.path("parameters").values().stream())
                .filter(parameter -> List.of("image", "video", "document")
                        .contains(parameter.path("type").asString("")))
                .map(parameter -> parameter
                        .path(parameter.path("type").asString(""))
                        .path("link")
                        .asString(""))
                .filter(link -> !link.matches("https://[^/@?#\\s]+\\.[^/@?#\\s]+(/\\S*)?"))
                .findFirst()
                .map(link -> Failure.MEDIA.code);
    }

    private Given given(ArrayNode components) {
        var single = new HashMap<String, ObjectNode>();
        var byPlace = new HashMap<Integer, ObjectNode>();
        for (var component : components) {
            var object = (ObjectNode) component;
            requireKeys(object);
            var type = object.path("type").asString("");
            boolean isTwice = switch (type) {
                case "header", "body" -> single.put(type, object) != null;
                case "button" -> byPlace.put(place(object), object) != null;
                default ->
                    throw ParameterException.of(
                            100,
                            "Invalid parameter: Unexpected value \"" + type
                                    + "\" for \"type\" of a component; expected header, body or button");
            };
            if (isTwice) {
                throw ParameterException.of(100, "Invalid parameter: " + type + " is given twice");
            }
        }
        return new Given(Optional.ofNullable(single.get("header")), Optional.ofNullable(single.get("body")), byPlace);
    }

    private static void requireKeys(ObjectNode component) {
        component.propertyNames().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw ParameterException.of(100, "Unexpected key \"" + key + "\" in a component");
                });
    }

    private static int place(ObjectNode button) {
        var kind = button.path("sub_type").asString("");
        if (!SUB_TYPES.contains(TextRules.upper(kind))) {
            throw ParameterException.of(
                    100,
                    "Invalid parameter: Param sub_type must be one of {"
                            + String.join(", ", new java.util.TreeSet<>(SUB_TYPES)) + "} - got \"" + kind + "\"");
        }
        var index = button.path("index").asString("");
        if (!index.matches("\\d{1,2}")) {
            throw wrong(Failure.PARAMETER_MISSING, "Required parameter is missing: index of a button");
        }
        return Integer.parseInt(index);
    }

    static List<ObjectNode> parameters(Optional<ObjectNode> component) {
        var written = component.map(given -> given.path("parameters")).filter(given -> !given.isMissingNode());
        var parameters = new ArrayList<ObjectNode>();
        for (var one : written.map(JsonNode::values).orElse(List.of())) {
            if (one instanceof ObjectNode object) {
                parameters.add(object);
            }
        }
        if (written.filter(given -> !given.isArray() || given.size() > parameters.size())
                .isPresent()) {
            throw ParameterException.of(100, "Invalid parameter: parameters must be a list of objects");
        }
        return parameters;
    }

    private void checkHeader(Optional<ObjectNode> given) {
        var format = header.map(part -> part.path("format").asString("")).orElse("");
        var parameters = parameters(given);
        switch (format) {
            case "", "TEXT" ->
                texts.check(
                        "header",
                        header.map(part -> part.path("text").asString("")).orElse(""),
                        TextRules.LONGEST_HEADER,
                        parameters);
            default -> checkMedia(format, parameters);
        }
    }

    private static void checkMedia(String format, List<ObjectNode> parameters) {
        var kind = format.toLowerCase(java.util.Locale.ROOT);
        var received = parameters.stream()
                .map(parameter -> TextRules.upper(parameter.path("type").asString("")))
                .findFirst()
                .orElse("UNKNOWN");
        if (parameters.size() > 1 || !received.equals(format)) {
            throw wrong(
                    Failure.PARAMETER_FORMAT, "header: Format mismatch, expected " + format + ", received " + received);
        }
        var media = parameters.get(0).path(kind);
        boolean isWhole = format.equals("LOCATION")
                ? media.path("latitude").isNumber() && media.path("longitude").isNumber()
                : isText(media.path("link"));
        if (!isWhole) {
            throw wrong(Failure.PARAMETER_MISSING, "Required parameter is missing: " + kind + " of the header");
        }
    }

    private static boolean isText(JsonNode node) {
        return node.isString() && !node.stringValue().isBlank();
    }

    static ParameterException wrong(Failure code, String message) {
        return ParameterException.of(code.code, message);
    }
}
