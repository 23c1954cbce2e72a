package dev.muster.report;

import dev.muster.diagnostic.Characters;

/** Texts from outside in one line, of which a long one is cut and ends in {@code …}. */
public final class ShortText {
    private static final int MESSAGE = 40;
    private static final int ANSWER = 300;

    private ShortText() {}

    public static String message(String text) {
        var line = Characters.visible(text.replace('\n', ' '));
        return line.codePointCount(0, line.length()) <= MESSAGE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MESSAGE)).stripTrailing() + "…";
    }

    /** An answer of SeaX as the record keeps it, without its headers. */
    public static String answer(String kept) {
        var answer = kept.replaceFirst(" \\{[^}]*} ", " ");
        return answer.codePointCount(0, answer.length()) <= ANSWER
                ? answer
                : answer.substring(0, answer.offsetByCodePoints(0, ANSWER)) + "…";
    }
}
