package dev.muster.report;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.Locale;

/**
 * The line of a finding with a caret under the place. Characters that cannot be seen are written out, tabs become blanks,
 * wide ones count twice, and a long line is cut around the caret.
 */
public final class SourceExcerpt {
    private static final int WIDEST = 100;
    private static final int BEFORE_CARET = 60;

    private SourceExcerpt() {}

    public static List<String> of(Place place) {
        if (place.source().isBlank()) {
            return List.of();
        }
        var source = place.source();
        int caret = Math.max(0, Math.min(place.column() - 1, source.length()));
        var after = shown(source.substring(caret));
        var before = before(shown(source.substring(0, caret)), after);
        var start = width(before) > BEFORE_CARET ? "…" + lastOf(before, BEFORE_CARET - 1) : before;
        int room = WIDEST - width(start);
        var end = width(after) > room ? firstOf(after, room - 1) + "…" : after;
        var number = String.format(Locale.ROOT, "%5d", place.line());
        return List.of(number + " | " + start + end, "      | " + " ".repeat(width(start)) + "^");
    }

    /** What a CI runner takes for a command may begin before the caret and end behind it. */
    private static String before(String before, String after) {
        var whole = Characters.visible(before + after);
        return whole.substring(0, whole.length() - after.length());
    }

    private static String shown(String text) {
        return Characters.visible(text.replace("\t", "  "));
    }

    private static String firstOf(String text, int width) {
        var first = new StringBuilder();
        text.codePoints()
                .takeWhile(c -> width(first.toString()) + width(c) <= width)
                .forEach(first::appendCodePoint);
        return first.toString();
    }

    private static String lastOf(String text, int width) {
        int from = 0;
        while (width(text.substring(from)) > width) {
            from += Character.charCount(text.codePointAt(from));
        }
        return text.substring(from);
    }

    private static int width(String text) {
        return text.codePoints().map(SourceExcerpt::width).sum();
    }

    /** How many columns a terminal gives to a character; near enough for a caret. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean eastAsian = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60);
        return eastAsian || c >= 0x1F300 ? 2 : 1;
    }
}
