package dev.muster.forge;

import dev.muster.diagnostic.Characters;
import java.util.regex.Pattern;

/** Texts that go to a forge: their lines, and what in them could be taken for ours. */
final class ForgeText {
    private static final Pattern LINE_END = Pattern.compile("\r+\n?|\0");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private ForgeText() {}

    /** With one kind of line end: some forges drop the others, and a line would begin where none was seen. */
    static String normalized(String text) {
        return LINE_END.matcher(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replaceAll("\n");
    }

    /** Nothing in it is taken for one of our hidden lines. */
    static String withoutMarkers(String text) {
        return text.replace("<!--", Characters.name('<') + "!--");
    }

    /** A block in which nothing is alive: it mentions nobody, links to nothing and commands nothing. */
    static String block(String text) {
        int longest = BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        var fence = "`".repeat(Math.max(3, longest + 1));
        return fence + "text\n" + text + "\n" + fence;
    }

    /** The text, or its beginning, in at most so many UTF-16 units, never cut within a character. */
    static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 2;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + " …";
    }
}
