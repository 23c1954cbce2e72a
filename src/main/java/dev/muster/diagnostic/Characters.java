package dev.muster.diagnostic;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which characters deceive a reader: those that move a terminal's cursor, reverse the direction of a line, or cannot be
 * seen at all. Text that people review must read the way it is sent (CVE-2021-42574). A joiner or a variation selector
 * where a script or an emoji needs it is text ({@link InvisibleCharacters}).
 */
public final class Characters {
    /** A runner trims every blank that Unicode has, so a no-break space before a command does not hide it. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<!\\S)::(?=[a-zA-Z])|##(?=\\[|vso\\[)", Pattern.UNICODE_CHARACTER_CLASS);

    private Characters() {}

    /** The first character that a name, a label or any other single line must not hold: its index. */
    public static OptionalInt firstUnsafeInLine(String text) {
        return first(text, "");
    }

    /** The same for message text, in which line breaks are at home. */
    public static OptionalInt firstUnsafeInMessage(String text) {
        return first(text, "\n");
    }

    /** What no part of a file may hold, not even a comment. */
    public static boolean isUnsafeInFile(String text, int index) {
        return text.charAt(index) != '\t' && isUnsafe(text, index);
    }

    /**
     * The text with every deceiving character written out, such as {@code <U+202E>}, and without what a CI system's runner
     * takes for a command to itself.
     */
    public static String visible(String text) {
        return withoutCommands(written(text));
    }

    /**
     * The same of a text with several lines, such as what git says: each line after the first is set in, so that none passes
     * for a line of ours.
     */
    public static String visibleLines(String text, String indent) {
        return text.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .map(Characters::visible)
                .collect(Collectors.joining("\n" + indent));
    }

    /** The same, with every line as it stands. */
    public static String visibleText(String text) {
        return text.lines().map(Characters::visible).collect(Collectors.joining("\n"));
    }

    /** Runners read {@code ::error::} where a line or, once we wrapped it, a word begins, and {@code ##[} anywhere. */
    private static String withoutCommands(String text) {
        return COMMAND.matcher(text)
                .replaceAll(
                        start -> name(start.group().charAt(0)) + start.group().substring(1));
    }

    private static String written(String text) {
        if (text.codePoints().noneMatch(Characters::isUnsafe)) {
            return text;
        }
        var visible = new StringBuilder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            visible.append(isUnsafe(text, i) ? name(c) : Character.toString(c));
        }
        return visible.toString();
    }

    /** A character's number as Unicode writes it, such as {@code <U+202E>}. */
    public static String name(int codePoint) {
        return String.format(Locale.ROOT, "<U+%04X>", codePoint);
    }

    /** The same for the character at an index, which is no half of a pair: its neighbours may need it. */
    public static boolean isUnsafe(String text, int index) {
        return isUnsafe(text.codePointAt(index)) && !InvisibleCharacters.isText(text, index);
    }

    /** Cannot be seen by itself, or changes how other characters are seen. */
    public static boolean isUnsafe(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.FORMAT -> !isSignOfNumbers(c);
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> InvisibleCharacters.isSelector(c) || isBlankLetter(c);
        };
    }

    /** Signs of Arabic, Syriac and Kaithi that people see (Unicode, Prepended_Concatenation_Mark). */
    private static boolean isSignOfNumbers(int c) {
        return (c >= 0x0600 && c <= 0x0605)
                || c == 0x06DD
                || c == 0x070F
                || (c >= 0x0890 && c <= 0x0891)
                || c == 0x08E2
                || c == 0x110BD
                || c == 0x110CD;
    }

    /** Letters and marks without any ink: the Hangul fillers and the grapheme joiner. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    private static OptionalInt first(String text, String allowed) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isUnsafe(text, i) && allowed.indexOf(text.codePointAt(i)) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
