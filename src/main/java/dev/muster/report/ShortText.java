package dev.muster.report;

import dev.muster.diagnostic.Characters;

/** Texts from outside in one line, of which a long one is cut and ends in {@code …}. */
public final class ShortText {
    private static final int MESSAGE = 40;
    private static final int ANSWER = 300;
    private static final int CLAUSE = 160;

    private ShortText() {}

    public static String message(String text) {
        var line = Characters.visible(text.replace('\n', ' '));
        return line.codePointCount(0, line.length()) <= MESSAGE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MESSAGE)).stripTrailing() + "…";
    }

    /** What a finding says before it goes into details: up to its first semicolon that is in no quotes. */
    public static String clause(String message) {
        var line = Characters.visible(message.replace('\n', ' '));
        return Markdown.shortened(line.substring(0, clauseEnd(line)), CLAUSE);
    }

    private static int clauseEnd(String line) {
        char open = 0;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            if (open == 0 && line.startsWith("; ", at)) {
                return at;
            }
            if (next == '"' || next == '`') {
                open = open == 0 ? next : open == next ? 0 : open;
            }
        }
        return line.length();
    }

    /** An answer of SeaX as the record keeps it, without its headers. */
    public static String answer(String kept) {
        var answer = kept.replaceFirst(" \\{[^}]*} ", " ");
        return answer.codePointCount(0, answer.length()) <= ANSWER
                ? answer
                : answer.substring(0, answer.offsetByCodePoints(0, ANSWER)) + "…";
    }
}
