package dev.muster.sandbox.whatsapp;

import dev.muster.sandbox.world.MessageFate.Failure;
import dev.muster.sandbox.world.TemplateRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What WhatsApp says of the values of buttons: each by its place among all buttons of the template, from 0. */
final class ButtonRules {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_CODE = 20;
    /** RFC 3986 without the blank and whatever else an address cannot have as it is. */
    private static final String URL_SAFE = "[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+";

    private final List<JsonNode> buttons;

    ButtonRules(TemplateRow template) {
        buttons = template.parts("BUTTONS").stream()
                .flatMap(part -> part.path("buttons").values().stream())
                .toList();
    }

    void check(Map<Integer, ObjectNode> given) {
        given.keySet().stream()
                .filter(place -> place >= buttons.size())
                .findFirst()
                .ifPresent(place -> {
                    throw ComponentRules.wrong(Failure.PARAMETER_TEXT, "buttons: there is no button at index " + place);
                });
        for (int place = 0; place < buttons.size(); place++) {
            check(place, buttons.get(place), Optional.ofNullable(given.get(place)));
        }
    }

    private static void check(int place, JsonNode button, Optional<ObjectNode> given) {
        var type = button.path("type").asString("");
        switch (type) {
            case "URL" -> {
                var url = button.path("url").asString("");
                if (url.contains("{{")) {
                    checkUrl(url, place, one("URL", place, given));
                } else {
                    requireNone(type, place, given);
                }
            }
            case "OTP" -> checkUrl("", place, one("URL", place, given));
            case "COPY_CODE" -> checkCode(place, one("COPY_CODE", place, given));
            case "QUICK_REPLY" -> given.ifPresent(reply -> checkReply(place, reply));
            default -> requireNone(type, place, given);
        }
    }

    private static void requireNone(String type, int place, Optional<ObjectNode> given) {
        if (given.isPresent()) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_TEXT,
                    "buttons: Button at index " + place + " of type " + type + " does not take parameters");
        }
    }

    /** The one parameter of a button that needs one. */
    private static ObjectNode one(String subType, int place, Optional<ObjectNode> given) {
        var parameters = ComponentRules.parameters(given);
        if (parameters.isEmpty()) {
            throw ParameterException.missing(
                    Failure.PARAMETER_MISSING.code,
                    "button " + place,
                    "Required parameter is missing: buttons: Button at index " + place + " of type " + subType
                            + " requires a parameter");
        }
        requireSubType(subType, place, given.orElseThrow());
        if (parameters.size() > 1) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_COUNT,
                    "Number of parameters does not match the expected number of params: button " + place);
        }
        return parameters.get(0);
    }

    private static void requireSubType(String wanted, int place, ObjectNode given) {
        var subType = TextRules.upper(given.path("sub_type").asString(""));
        if (!subType.equals(wanted)) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_FORMAT,
                    "buttons: Button at index " + place + " is of type " + wanted + ", received " + subType);
        }
    }

    private static void checkUrl(String url, int place, ObjectNode parameter) {
        requireType("text", place, parameter);
        TextRules.requireKeys(parameter, Set.of("type", "text"));
        var suffix = TextRules.line("button " + place, parameter, "text");
        if (!suffix.matches(URL_SAFE)) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_TEXT, "button " + place + ": the address has characters that no address has");
        }
        int fixed = url.replaceAll("\\{\\{[^}]*}}", "").length();
        if (fixed + suffix.length() > LONGEST_URL) {
            throw ComponentRules.wrong(
                    Failure.TOO_LONG,
                    "Translated text too long: the address of button " + place + " has more than " + LONGEST_URL
                            + " characters");
        }
    }

    private static void checkCode(int place, ObjectNode parameter) {
        requireType("coupon_code", place, parameter);
        TextRules.requireKeys(parameter, Set.of("type", "coupon_code"));
        var code = TextRules.line("button " + place, parameter, "coupon_code");
        if (!code.matches("[A-Za-z0-9]{1," + LONGEST_CODE + "}")) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_TEXT,
                    "button " + place + ": a coupon code has letters and digits only, at most " + LONGEST_CODE);
        }
    }

    /** ChatbotX #1006: a text for a quick reply is refused so. */
    private static void checkReply(int place, ObjectNode reply) {
        requireSubType("QUICK_REPLY", place, reply);
        var parameter = one("QUICK_REPLY", place, Optional.of(reply));
        if (!parameter.path("type").asString("").equals("payload")) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_TEXT,
                    "buttons: Button at index " + place + " of type QUICK_REPLY takes a payload only");
        }
        TextRules.line("button " + place, parameter, "payload");
    }

    private static void requireType(String wanted, int place, ObjectNode parameter) {
        var type = parameter.path("type").asString("");
        if (!type.equals(wanted)) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_FORMAT,
                    "button " + place + ": Format mismatch, expected " + wanted + ", received " + type);
        }
    }
}
