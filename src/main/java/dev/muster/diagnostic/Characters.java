package dev.muster.diagnostic;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which characters deceive a reader: those that move a terminal's cursor, reverse the direction of a line, or cannot be
 * seen at all. Text that people review must read the way it is sent (CVE-2021-42574).
 */
public final class Characters {
    private static final int EMOJI_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    /** A runner trims every blank that Unicode has, so a no-break space before a command does not hide it. */
    private static final Pattern COMMAND =
            Pattern.compile("(?<!\\S)::(?=[a-zA-Z])|##(?=\\[|vso\\[)", Pattern.UNICODE_CHARACTER_CLASS);

    private Characters() {}

    /** The first character that a name, a label or any other single line must not hold: its index. */
    public static OptionalInt firstUnsafeInLine(String text) {
        return first(text, Characters::isUnsafe);
    }

    /** The same for message text, in which line breaks and the two joiners of emoji are at home. */
    public static OptionalInt firstUnsafeInMessage(String text) {
        return first(text, c -> isUnsafe(c) && c != '\n' && c != EMOJI_JOINER && c != EMOJI_STYLE);
    }

    /** What no part of a file may hold, not even a comment; what only message text may hold is judged there. */
    public static boolean isUnsafeInFile(int c) {
        return isUnsafe(c) && c != '\t' && c != EMOJI_JOINER && c != EMOJI_STYLE;
    }

    /**
     * The text with every deceiving character written out, such as {@code <U+202E>}, and without what a CI system's runner
     * takes for a command to itself.
     */
    public static String visible(String text) {
        return withoutCommands(written(text, Characters::isUnsafe));
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

    /** The same for a part of a message, in which the two joiners of emoji are at home. */
    public static String visibleInMessage(String text) {
        return withoutCommands(written(text, c -> isUnsafe(c) && c != EMOJI_JOINER && c != EMOJI_STYLE));
    }

    /** Runners read {@code ::error::} where a line or, once we wrapped it, a word begins, and {@code ##[} anywhere. */
    private static String withoutCommands(String text) {
        return COMMAND.matcher(text)
                .replaceAll(
                        start -> name(start.group().charAt(0)) + start.group().substring(1));
    }

    private static String written(String text, IntPredicate hidden) {
        if (text.codePoints().noneMatch(hidden)) {
            return text;
        }
        var visible = new StringBuilder();
        text.codePoints().forEach(c -> visible.append(hidden.test(c) ? name(c) : Character.toString(c)));
        return visible.toString();
    }

    /** A character's number as Unicode writes it, such as {@code <U+202E>}. */
    public static String name(int codePoint) {
        return String.format(Locale.ROOT, "<U+%04X>", codePoint);
    }

    /** Cannot be seen, or changes how other characters are seen. */
    public static boolean isUnsafe(int c) {
        if (c >= ' ' && c < 0x7F) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isVariationSelector(c) || isBlankLetter(c);
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** Letters and marks without any ink: the Hangul fillers and the grapheme joiner. */
    private static boolean isBlankLetter(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    private static OptionalInt first(String text, IntPredicate unsafe) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (unsafe.test(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
