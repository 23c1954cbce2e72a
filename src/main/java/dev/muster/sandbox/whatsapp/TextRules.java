package dev.muster.sandbox.whatsapp;

import dev.muster.sandbox.world.MessageFate.Failure;
import dev.muster.sandbox.world.TemplateRow;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What WhatsApp says of the values of a text: as many as the text has slots, of its format, and each a plain line. */
final class TextRules {
    static final int LONGEST_BODY = 1024;
    static final int LONGEST_HEADER = 60;

    private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");
    /** Four blanks in a row are allowed, five are not. */
    private static final Pattern WHITE = Pattern.compile("[\\n\\r\\t]| {5}");

    private static final Set<String> KEYS = Set.of("type", "parameter_name", "text");

    private final TemplateRow template;

    TextRules(TemplateRow template) {
        this.template = template;
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static Set<String> slots(String text) {
        var slots = new LinkedHashSet<String>();
        SLOT.matcher(text).results().forEach(found -> slots.add(found.group(1)));
        return slots;
    }

    void check(String part, String text, int longest, List<ObjectNode> parameters) {
        var slots = slots(text);
        var values = values(part, slots, parameters);
        if (parameters.size() != slots.size()) {
            throw count(part, slots, values, parameters.size());
        }
        var filled = SLOT.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
        if (filled.length() > longest) {
            throw ComponentRules.wrong(
                    Failure.TOO_LONG,
                    "Translated text too long: " + part + " has " + filled.length() + " characters, at most "
                            + longest);
        }
    }

    private Map<String, String> values(String part, Set<String> slots, List<ObjectNode> parameters) {
        var values = new HashMap<String, String>();
        for (var parameter : parameters) {
            var name = name(part, parameter, values.size());
            boolean isUnknown = !template.positional() && !slots.contains(name);
            if (isUnknown || values.put(name, value(part, parameter)) != null) {
                throw ComponentRules.wrong(
                        Failure.PARAMETER_FORMAT,
                        "Parameter format does not match format in the created template: " + part + " has no parameter "
                                + name + " or has it twice");
            }
        }
        return values;
    }

    /** A named template names each of its values, one that counts names none. */
    private String name(String part, ObjectNode parameter, int before) {
        var name = Optional.ofNullable(parameter.get("parameter_name"));
        if (name.isPresent() == template.positional()) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_FORMAT,
                    "Parameter format does not match format in the created template: " + part
                            + (template.positional() ? " has no parameter names" : " wants parameter names"));
        }
        return name.map(given -> given.asString("")).orElseGet(() -> String.valueOf(before + 1));
    }

    private static String value(String part, ObjectNode parameter) {
        var type = parameter.path("type").asString("");
        if (!type.equals("text")) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_FORMAT, part + ": Format mismatch, expected TEXT, received " + upper(type));
        }
        requireKeys(parameter, KEYS);
        return line(part, parameter, "text");
    }

    static void requireKeys(ObjectNode parameter, Set<String> keys) {
        parameter.propertyNames().stream()
                .filter(key -> !keys.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw ParameterException.of(100, "Unexpected key \"" + key + "\" in a parameter");
                });
    }

    /** A value that is there, not empty, and has no white space that breaks a line. */
    static String line(String part, ObjectNode parameter, String key) {
        var value = parameter.path(key);
        if (!value.isString()) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_MISSING, "Required parameter is missing: " + key + " of a parameter of " + part);
        }
        if (value.stringValue().isBlank()) {
            throw ParameterException.of(100, "Invalid parameter: " + key + " of a parameter of " + part + " is empty");
        }
        if (WHITE.matcher(value.stringValue()).find()) {
            throw ComponentRules.wrong(
                    Failure.PARAMETER_TEXT,
                    part + ": Param text cannot have new-line/tab characters or more than 4 consecutive spaces");
        }
        return value.stringValue();
    }

    private static ParameterException count(String part, Set<String> slots, Map<String, String> values, int given) {
        var message = "Number of parameters does not match the expected number of params: " + part
                + ": number of localizable_params (" + given + ") does not match the expected number of params ("
                + slots.size() + ")";
        return slots.stream()
                .filter(slot -> !values.containsKey(slot))
                .findFirst()
                .map(slot -> ParameterException.missing(Failure.PARAMETER_COUNT.code, slot, message))
                .orElseGet(() -> ComponentRules.wrong(Failure.PARAMETER_COUNT, message));
    }
}
