package dev.muster.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What fills one slot of a template, as its author wrote it: text with fields of the contact, such as
 * {@code {first_name|there}} or {@code {order_date:date}}. A brace that is doubled is a brace.
 */
public record ValueText(String written, List<Piece> pieces) {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?::([a-z]+))?(?:\\|([^{}|]*))?");

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
            var inside = text.substring(at + 1, end);
            var match = FIELD.matcher(inside);
            if (!match.matches()) {
                throw new IllegalArgumentException("{" + inside + "} is no field: write {field}, {field|fallback},"
                        + " {field:date} or {field:number}");
            }
            endLiteral();
            pieces.add(new Field(match.group(1), format(match.group(2)), Optional.ofNullable(match.group(3))));
            at = end + 1;
        }

        private static Format format(String word) {
            if (word == null) {
                return Format.TEXT;
            }
            return switch (word) {
                case "date" -> Format.DATE;
                case "number" -> Format.NUMBER;
                default -> throw new IllegalArgumentException("\"" + word + "\" is no format: write date or number");
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
