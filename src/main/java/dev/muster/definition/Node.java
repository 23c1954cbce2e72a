package dev.muster.definition;

import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of YAML with its place, before anything is known of its meaning: all scalars are text. */
sealed interface Node {
    Place place();

    /** What this node is, for findings: {@code text}, {@code a list}, {@code a block of keys}. */
    String noun();

    /** One value. {@code plain} when it was written without quotes and not as a block of text. */
    record Scalar(String text, boolean plain, Place place, Written written) implements Node {
        private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
        private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
                + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

        Scalar asText() {
            return new Scalar(text, false, place, written);
        }

        /** What YAML 1.2, and with it every editor, takes this value for. */
        @Override
        public String noun() {
            if (!plain) {
                return "text";
            }
            return NOTHING.matcher(text).matches()
                    ? "nothing"
                    : TRUTH.matcher(text).matches()
                            ? "true or false"
                            : NUMBER.matcher(text).matches() ? "a number" : "text";
        }
    }

    /** A list. */
    record Items(List<Node> items, Place place) implements Node {
        @Override
        public String noun() {
            return "a list";
        }
    }

    /** Keys with values, each key once. */
    record Mapping(List<Entry> entries, Place place) implements Node {
        @Override
        public String noun() {
            return "a block of keys";
        }

        java.util.Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().text().equals(key)).findFirst();
        }

        /** The same with another value for a key, or without it. */
        Mapping with(String key, java.util.Optional<Entry> replacement) {
            var others = without(java.util.Set.of(key)).entries().stream();
            return new Mapping(
                    java.util.stream.Stream.concat(others, replacement.stream()).toList(), place);
        }

        /** The same with every key as text, whatever YAML takes it for. */
        Mapping withTextKeys() {
            return new Mapping(
                    entries.stream()
                            .map(entry -> new Entry(entry.key().asText(), entry.value()))
                            .toList(),
                    place);
        }

        Mapping without(java.util.Set<String> keys) {
            return new Mapping(
                    entries.stream().filter(e -> !keys.contains(e.key().text())).toList(), place);
        }
    }

    /** One key of a mapping with its value. */
    record Entry(Scalar key, Node value) {
        /** Where to point for this value: itself, or its key when it starts on a line of its own. */
        Place place() {
            return value.place().line() == key.place().line() ? value.place() : key.place();
        }
    }
}
