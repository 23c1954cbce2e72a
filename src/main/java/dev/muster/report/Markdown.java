package dev.muster.report;

import dev.muster.diagnostic.Characters;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text from outside in Markdown, where it must stay text: it mentions nobody, links to nothing, opens no tag and ends no
 * table. Everything that a user wrote stands in code, which a Markdown reader takes as it is.
 */
public final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /**
     * A value in a line, such as the name of a file. All of it can be told from every other value: a line break or a tab in it
     * is written out, and blanks are kept.
     */
    public static String code(String value) {
        var line = withoutComments(Characters.visible(value));
        var fence = "`".repeat(longestRun(line) + 1);
        boolean needsRoom = line.isBlank() || isEdge(line.charAt(0)) || isEdge(line.charAt(line.length() - 1));
        return needsRoom ? fence + " " + line + " " + fence : fence + line + fence;
    }

    /** The same in the cell of a table, where a backslash keeps a bar from ending it, and is itself not shown. */
    public static String cell(String value) {
        return code(value).replace("|", "\\|");
    }

    /** Our own words, which may have several lines, in one. */
    public static String sentences(String text) {
        return code(joined(text));
    }

    /** The same in the cell of a table. */
    public static String sentencesInCell(String text) {
        return cell(joined(text));
    }

    private static String joined(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll(" {2,}", " ");
    }

    /** A reader takes a backtick there for the fence's own, and one blank on both sides for room. */
    private static boolean isEdge(char c) {
        return c == '`' || c == ' ';
    }

    /** A block of lines, behind a fence that is longer than any within; what cannot be seen is written out. */
    public static String block(String text) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        var lines = text.stripTrailing().lines().map(Characters::visible).collect(Collectors.joining("\n"));
        return fence + "text\n" + withoutComments(lines) + "\n" + fence + "\n";
    }

    /** The text, or its beginning, in at most so many UTF-16 units, never cut within a character. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** A block that stands out; its lines are ready for Markdown. Nothing where there is no line. */
    public static String alert(String kind, List<String> lines) {
        return lines.isEmpty() ? "" : "> [!" + kind + "]\n> " + String.join("\n> ", lines) + "\n\n";
    }

    /** Our own comment is found again by what it begins with; a text that could be taken for it is broken up. */
    private static String withoutComments(String text) {
        return text.replace("<!--", Characters.name('<') + "!--");
    }

    /** Within HTML, such as the summary of folded details. */
    public static String html(String text) {
        var safe = Characters.visible(text)
                .replace("&", "&amp;")
                .replace("#", "&#35;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
        return "<code>" + safe + "</code>";
    }

    /** Folded until somebody wants to see it, or open already; the summary is ready for HTML. */
    public static String folded(String summary, String block, boolean open) {
        return "<details" + (open ? " open" : "") + "><summary>" + summary + "</summary>\n\n" + block
                + "\n</details>\n";
    }

    private static int longestRun(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
    }
}
