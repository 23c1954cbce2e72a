package dev.muster.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What fills one slot of a template, as its author wrote it: text with fields of the contact, such as
 * {@code {first_name|there}} or {@code {order_date:date}}. A brace that is doubled is a brace, but not around a word: who
 * writes {@code {{name}}} means a field. The name of a field is whatever SeaX has for one, with blanks and letters of every
 * script, but without {@code { } | :}.
 */
public record ValueText(String written, List<Piece> pieces) {
    private static final Pattern OTHER_TOOLS_FIELD = Pattern.compile("\\{\\{([^{}]*[\\p{L}\\p{N}][^{}]*)}}");
    private static final int LONGEST_SHOWN = 40;
    private static final Pattern COUNTED_SLOT = Pattern.compile("[0-9]+");

    /** Words that SeaX keeps for the contact itself; no field has such a name, and no message shows a number. */
    private static final Set<String> NO_VALUES = Set.of("phone", "whatsapp", "whatsapp_phone", "labels");

    public ValueText {
        pieces = List.copyOf(pieces);
    }

    /** A part of the text. */
    public sealed interface Piece {}

    /** Stands as it is. */
    public record Literal(String text) implements Piece {}

    /** What the contact has in this field; {@code fallback} where it has nothing, or only blanks. */
    public record Field(String name, Format format, Optional<String> fallback) implements Piece {}

    /** How the value of a field is written for the language of the template. */
    public enum Format {
        TEXT,
        DATE,
        NUMBER
    }

    /** Reads a written value; one of another form is an {@link IllegalArgumentException} that says what is wrong. */
    public static ValueText parse(String written) {
        return new ValueText(written, new Reader(written).pieces());
    }

    /** The fields that fill it, each once. */
    public SortedSet<String> fields() {
        var names = new TreeSet<String>();
        fieldPieces().forEach(field -> names.add(field.name()));
        return names;
    }

    public Stream<Field> fieldPieces() {
        return pieces.stream().filter(Field.class::isInstance).map(Field.class::cast);
    }

    /** What everybody reads of it, whatever their fields have. */
    public String literals() {
        return pieces.stream()
                .filter(Literal.class::isInstance)
                .map(piece -> ((Literal) piece).text())
                .collect(Collectors.joining());
    }

    /** What somebody without any value reads; empty where nothing stands in for a field. */
    public Optional<String> fallback() {
        var text = new StringBuilder();
        for (var piece : pieces) {
            var part = piece instanceof Field field ? field.fallback() : Optional.of(((Literal) piece).text());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.orElseThrow());
        }
        return Optional.of(text.toString());
    }

    @Override
    public String toString() {
        return written;
    }

    /** One walk over the text. */
    private static final class Reader {
        private final String text;
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<Piece> pieces() {
            var doubled = OTHER_TOOLS_FIELD.matcher(text);
            if (doubled.find()) {
                var word = "{" + shown(doubled.group(1).strip()) + "}";
                throw new IllegalArgumentException(
                        "people would read " + word + ": write a field with one pair of braces");
            }
            while (at < text.length()) {
                char here = text.charAt(at);
                if ((here == '{' || here == '}')
                        && text.startsWith(String.valueOf(here).repeat(2), at)) {
                    literal.append(here);
                    at += 2;
                } else if (here == '{') {
                    field();
                } else if (here == '}') {
                    throw new IllegalArgumentException("a } without its {: write }} for a brace");
                } else {
                    literal.append(here);
                    at++;
                }
            }
            endLiteral();
            return pieces;
        }

        private void field() {
            int end = text.indexOf('}', at);
            if (end < 0) {
                throw new IllegalArgumentException("a { without its }: write {{ for a brace");
            }
            endLiteral();
            pieces.add(field(text.substring(at + 1, end)));
            at = end + 1;
        }

        private static Field field(String inside) {
            int bar = inside.indexOf('|');
            var fallback = bar < 0 ? Optional.<String>empty() : Optional.of(inside.substring(bar + 1));
            var named = bar < 0 ? inside : inside.substring(0, bar);
            int colon = named.lastIndexOf(':');
            var name = colon < 0 ? named : named.substring(0, colon);
            refuse(inside, name, fallback);
            return new Field(name, colon < 0 ? Format.TEXT : format(named.substring(colon + 1)), fallback);
        }

        private static void refuse(String inside, String name, Optional<String> fallback) {
            var field = "{" + shown(inside) + "} ";
            if (inside.indexOf('{') >= 0) {
                throw new IllegalArgumentException(field + "has a { inside: a field and its fallback have no braces");
            } else if (fallback.filter(text -> text.indexOf('|') >= 0).isPresent()) {
                throw new IllegalArgumentException(field + "has two fallbacks: write one");
            } else if (name.isBlank() || name.indexOf(':') >= 0) {
                throw new IllegalArgumentException(
                        field + "is no field: write {field}, {field|fallback}," + " {field:date} or {field:number}");
            } else if (!name.equals(name.strip())) {
                throw new IllegalArgumentException(
                        field + "has blanks around the field: write it without them, such as" + " {first_name|there}");
            } else if (COUNTED_SLOT.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        field + "is a slot of the template: write the field that fills it, such as {first_name}");
            } else if (NO_VALUES.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        field + "cannot be filled in: a message shows no number and no label of a contact");
            }
        }

        /** Short enough for one line of a finding. */
        private static String shown(String text) {
            return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
        }

        private static Format format(String word) {
            return switch (word) {
                case "date" -> Format.DATE;
                case "number" -> Format.NUMBER;
                default ->
                    throw new IllegalArgumentException("\"" + shown(word) + "\" is no format: write date or number");
            };
        }

        private void endLiteral() {
            if (!literal.isEmpty()) {
                pieces.add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }
    }
}
