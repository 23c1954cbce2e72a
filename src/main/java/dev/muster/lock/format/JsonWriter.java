package dev.muster.lock.format;

import dev.muster.model.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Writes the one form in which the record is written: one scalar per line for people and for git, or a single line for
 * the journal. The caller decides the order of names; the same calls always give the same text. Control, format and
 * unpaired characters are escaped, so that showing a record cannot steer a terminal.
 */
final class JsonWriter {
    private static final HexFormat HEX = HexFormat.of();
    private static final int PIECE = 64 * 1024;

    private final StringBuilder out = new StringBuilder();
    private final boolean lines;
    private int depth;
    private boolean first = true;

    private JsonWriter(boolean lines) {
        this.lines = lines;
    }

    static JsonWriter ofLines() {
        return new JsonWriter(true);
    }

    static JsonWriter ofOneLine() {
        return new JsonWriter(false);
    }

    JsonWriter object(Runnable members) {
        return nest('{', '}', members);
    }

    JsonWriter object(String name, Runnable members) {
        return name(name).object(members);
    }

    JsonWriter texts(String name, Collection<?> values) {
        return list(name, values, value -> quote(value.toString()));
    }

    <T> JsonWriter objects(String name, Collection<T> values, Consumer<T> members) {
        return list(name, values, value -> object(() -> members.accept(value)));
    }

    JsonWriter text(String name, Object value) {
        return name(name).quote(value.toString());
    }

    JsonWriter text(String name, Optional<?> value) {
        value.ifPresent(present -> text(name, present));
        return this;
    }

    JsonWriter number(String name, long value) {
        name(name).out.append(value);
        return this;
    }

    JsonWriter number(String name, OptionalInt value) {
        value.ifPresent(present -> number(name, present));
        return this;
    }

    JsonWriter claim(String name, boolean value) {
        name(name).out.append(value);
        return this;
    }

    /**
     * Writes the members and, last, the digest of every byte before its own name. So a reader needs one pass, and a cut
     * or an edit anywhere shows.
     */
    DigestedText sealed(Runnable members) {
        var digest = new Sha256[1];
        object(() -> {
            members.run();
            separate();
            digest[0] = Sha256.of(this::write);
            quote(DigestedText.NAME).colon().quote(digest[0].value());
        });
        return new DigestedText(out.append('\n').toString(), digest[0]);
    }

    /** What was written so far, piece by piece: a long record need not be in memory once more for its digest. */
    private void write(OutputStream bytes) {
        try {
            for (int from = 0, to; from < out.length(); from = to) {
                to = end(from);
                bytes.write(out.substring(from, to).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a piece ends that does not part the two halves of a character. */
    private int end(int from) {
        int to = Math.min(from + PIECE, out.length());
        return to < out.length() && Character.isLowSurrogate(out.charAt(to)) ? to - 1 : to;
    }

    /** What was written so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    private <T> JsonWriter list(String name, Collection<T> values, Consumer<T> each) {
        return name(name)
                .nest(
                        '[',
                        ']',
                        () -> values.forEach(value -> {
                            separate();
                            each.accept(value);
                            first = false;
                        }));
    }

    private JsonWriter nest(char opening, char closing, Runnable content) {
        out.append(opening);
        depth++;
        first = true;
        content.run();
        depth--;
        if (!first) {
            indent();
        }
        out.append(closing);
        first = false;
        return this;
    }

    private JsonWriter name(String name) {
        separate();
        first = false;
        return quote(name).colon();
    }

    private JsonWriter colon() {
        out.append(lines ? ": " : ":");
        return this;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        indent();
    }

    private void indent() {
        if (lines) {
            out.append('\n');
            for (int level = 0; level < depth; level++) {
                out.append("  ");
            }
        }
    }

    private JsonWriter quote(String text) {
        out.append('"');
        if (isSimple(text)) {
            out.append(text);
        } else {
            for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
                escape(text.codePointAt(at));
            }
        }
        out.append('"');
        return this;
    }

    /** Whether nothing of it needs to be escaped, as is nearly always so. */
    private static boolean isSimple(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character < ' ' || character >= 0x7f || character == '"' || character == '\\') {
                return false;
            }
        }
        return true;
    }

    private void escape(int character) {
        switch (character) {
            case '"', '\\' -> out.append('\\').append((char) character);
            case '\n' -> out.append("\\n");
            default -> {
                if (isPlain(character)) {
                    out.appendCodePoint(character);
                } else {
                    Character.toString(character)
                            .chars()
                            .forEach(unit -> out.append("\\u").append(HEX.toHexDigits((char) unit)));
                }
            }
        }
    }

    private static boolean isPlain(int character) {
        if (character >= ' ' && character < 0x7f) {
            return true;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
