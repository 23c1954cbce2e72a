package dev.muster.report;

import dev.muster.diagnostic.Characters;
import java.util.regex.Pattern;

/**
 * Text from outside in Markdown, where it must stay text: it mentions nobody, links to nothing, opens no tag and ends no
 * table. Everything that a user wrote stands in code, which a Markdown reader takes as it is.
 */
final class Markdown {
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** In a line or the cell of a table. */
    static String code(String text) {
        var line = Characters.visible(text.replaceAll("\\s+", " ")).replace("|", "\\|");
        var fence = "`".repeat(longestRun(line) + 1);
        return line.startsWith("`") || line.endsWith("`") || line.isBlank()
                ? fence + " " + line + " " + fence
                : fence + line + fence;
    }

    /** A block of lines, behind a fence that is longer than any within. */
    static String block(String text) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + "text\n" + text.stripTrailing() + "\n" + fence + "\n";
    }

    /** Within HTML, such as the summary of folded details. */
    static String html(String text) {
        var safe = Characters.visible(text)
                .replace("&", "&amp;")
                .replace("#", "&#35;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
        return "<code>" + safe + "</code>";
    }

    /** Folded until somebody wants to see it; the summary is ready for HTML. */
    static String folded(String summary, String block) {
        return "<details><summary>" + summary + "</summary>\n\n" + block + "\n</details>\n";
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
