package dev.muster.model;

import dev.muster.model.text.ValueText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The message of a campaign by numbers: an approved template, and what fills its slots for each person.
 *
 * @param template the template's name
 * @param buttons by the button's place among all of the template's buttons, from 1
 * @param leavesOut whether somebody without a value gets nothing; otherwise the campaign is blocked
 */
public record TemplateMessage(
        String template,
        LanguageRule language,
        Optional<Header> header,
        Body body,
        SortedMap<Integer, ValueText> buttons,
        boolean leavesOut) {
    public TemplateMessage {
        buttons = Collections.unmodifiableSortedMap(new TreeMap<>(buttons));
    }

    /** Which translation of the template a person gets. */
    public sealed interface LanguageRule {
        /** The languages in which the template must be approved. */
        List<String> languages();

        /** Everybody gets this one. */
        record Fixed(String language) implements LanguageRule {
            @Override
            public List<String> languages() {
                return List.of(language);
            }
        }

        /** By what the contact has in a field; {@code map} gives the language of each value, compared without case. */
        record ByField(String field, Map<String, String> map, String otherwise) implements LanguageRule {
            public ByField {
                map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
            }

            @Override
            public List<String> languages() {
                return distinct(map.values().stream(), otherwise);
            }
        }

        /** By the first of these labels that the contact carries. */
        record ByLabel(Map<LabelName, String> map, String otherwise) implements LanguageRule {
            public ByLabel {
                map = Collections.unmodifiableMap(new LinkedHashMap<>(map));
            }

            @Override
            public List<String> languages() {
                return distinct(map.values().stream(), otherwise);
            }
        }

        private static List<String> distinct(Stream<String> languages, String otherwise) {
            return Stream.concat(languages, Stream.of(otherwise))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** What fills the header. */
    public sealed interface Header {
        ValueText value();

        record Text(ValueText value) implements Header {}

        /** An address of a picture, a video or a document; {@code filename} is what a document is called on the phone. */
        record Media(MediaKind kind, ValueText value, Optional<ValueText> filename) implements Header {}
    }

    /** What a header shows. */
    public enum MediaKind {
        IMAGE,
        VIDEO,
        DOCUMENT
    }

    /** What fills the body. */
    public sealed interface Body {
        List<ValueText> values();

        /** By the names of the template's slots. */
        record Named(SortedMap<String, ValueText> slots) implements Body {
            public Named {
                slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
            }

            @Override
            public List<ValueText> values() {
                return List.copyOf(slots.values());
            }
        }

        /** In the order of the template's slots. */
        record Counted(List<ValueText> values) implements Body {
            public static final Counted NONE = new Counted(List.of());

            public Counted {
                values = List.copyOf(values);
            }
        }
    }

    /** What is written, a line for each slot, for people. */
    public String shown() {
        var lines = new ArrayList<String>();
        lines.add("template " + template + " (" + String.join(", ", language.languages()) + ")");
        header.ifPresent(value -> lines.add("header: " + value.value()));
        if (body instanceof Body.Named named) {
            named.slots().forEach((slot, value) -> lines.add(slot + ": " + value));
        } else {
            for (int slot = 1; slot <= body.values().size(); slot++) {
                lines.add(slot + ": " + body.values().get(slot - 1));
            }
        }
        buttons.forEach((place, value) -> lines.add("button " + place + ": " + value));
        return String.join("\n", lines);
    }

    /** Every value that is written, header, body, buttons. */
    public Stream<ValueText> values() {
        return Stream.of(
                        header.stream().flatMap(TemplateMessage::texts),
                        body.values().stream(),
                        buttons.values().stream())
                .flatMap(texts -> texts);
    }

    private static Stream<ValueText> texts(Header header) {
        return header instanceof Header.Media media
                ? Stream.concat(Stream.of(media.value()), media.filename().stream())
                : Stream.of(header.value());
    }

    /** The fields of a contact that decide what somebody gets, each once. */
    public Stream<String> fields() {
        var byLanguage =
                language instanceof LanguageRule.ByField rule ? Stream.of(rule.field()) : Stream.<String>empty();
        return Stream.concat(values().flatMap(value -> value.fields().stream()), byLanguage)
                .distinct();
    }
}
