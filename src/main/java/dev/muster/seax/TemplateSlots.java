package dev.muster.seax;

import dev.muster.model.text.Placeholder;
import dev.muster.model.text.TemplateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The slots of a template's texts, and why it is unusable where they are not clear. A text whose slots SeaX lists mangled, as in
 * the examples of the vendor's document ("Hello 1"), is known by its own examples: they have more values than it has slots.
 */
final class TemplateSlots {
    private String format;
    private final List<String> reasons = new ArrayList<>();
    private List<String> body = List.of();

    /** {@code format} is {@code NAMED}, {@code POSITIONAL}, or empty where SeaX does not say it. */
    TemplateSlots(String format) {
        this.format = format;
        if (!format.isEmpty() && !format.equals("NAMED") && !format.equals("POSITIONAL")) {
            refuse("its slots are of the form " + format + ", which is not known");
        }
    }

    /** The template cannot be used; the first reason is the one that is told. */
    void refuse(String reason) {
        reasons.add(reason);
    }

    Optional<String> unusable() {
        return reasons.stream().findFirst();
    }

    List<String> ofBody() {
        return body;
    }

    void readBody(String text, Optional<JsonRow> example) {
        body = names("its text", text);
        example.ifPresent(shown -> compare("its text", body, shown, "body_text"));
    }

    /** The slot of a header: one at most. */
    Optional<String> ofHeader(String text, JsonRow example) {
        var names = names("its header", text);
        if (names.size() > 1) {
            refuse("its header has more than one slot");
        }
        compare("its header", names, example, "header_text");
        return names.stream().findFirst();
    }

    private List<String> names(String what, String text) {
        var names = parsed(what, text);
        if (names.isEmpty() && Placeholder.FORM.matcher(text).find()) {
            refuse(what + " has a word in single braces, which may be a slot or not");
        }
        return names.isEmpty() ? names : formed(what, names);
    }

    /** Header and body have one form; where SeaX does not say which, the first of them shows it. */
    private List<String> formed(String what, List<String> names) {
        boolean isCounted = names.stream().anyMatch(TemplateSlots::isNumber);
        var shown = isCounted ? "POSITIONAL" : "NAMED";
        if (!format.isEmpty() && !format.equals(shown)) {
            refuse(what + (isCounted ? " counts" : " names") + " its slots where the template "
                    + (isCounted ? "names them" : "counts them"));
        }
        format = format.isEmpty() ? shown : format;
        return isCounted ? counted(what, names) : names;
    }

    private List<String> parsed(String what, String text) {
        try {
            return TemplateText.parse(text).names();
        } catch (IllegalArgumentException unclear) {
            refuse(what + " has braces that are no slot");
            return List.of();
        }
    }

    private List<String> counted(String what, List<String> names) {
        var expected =
                IntStream.rangeClosed(1, names.size()).mapToObj(String::valueOf).toList();
        if (!names.containsAll(expected)) {
            refuse(what + " does not count its slots from 1 without a gap");
        }
        return expected;
    }

    private static boolean isNumber(String name) {
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void compare(String what, List<String> names, JsonRow example, String field) {
        var named = TemplateComponents.elements(example, field + "_named_params").stream()
                .map(parameter -> parameter.textIfReadable("param_name").orElse(""))
                .toList();
        if (named.size() > names.size() || !names.containsAll(named) || values(example, field) > names.size()) {
            refuse(what + " has other slots than its own example, so SeaX may not show them all");
        }
    }

    /** How many values an example has: a list of texts, or of lists with one text for each slot. */
    private static long values(JsonRow example, String field) {
        var elements = TemplateComponents.elements(example, field);
        var lists = elements.stream().filter(element -> element.json().isArray());
        var texts = elements.stream().filter(element -> element.json().isString());
        return Stream.concat(lists.map(list -> (long) list.json().size()), Stream.of(texts.count()))
                .mapToLong(count -> count)
                .max()
                .orElse(0);
    }
}
