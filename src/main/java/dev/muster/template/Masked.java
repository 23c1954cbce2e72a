package dev.muster.template;

import dev.muster.diagnostic.Characters;

/** A value of a person so that its form can be seen, and not what it says. */
final class Masked {
    private static final String REST = "…";

    private Masked() {}

    /** Of each word the first letter, of a word of one or two nothing; what cannot be seen is written out. */
    static String of(String value) {
        var masked = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            int end = endOfWord(value, at);
            if (end == at) {
                int next = at + Character.charCount(value.codePointAt(at));
                masked.append(Characters.visible(value.substring(at, next)));
                at = next;
            } else {
                masked.append(word(value.substring(at, end)));
                at = end;
            }
        }
        return masked.toString();
    }

    private static String word(String word) {
        boolean isShort = word.codePointCount(0, word.length()) <= 2;
        return isShort ? REST : word.substring(0, word.offsetByCodePoints(0, 1)) + REST;
    }

    private static int endOfWord(String value, int from) {
        int at = from;
        while (at < value.length() && isOfWord(value, at)) {
            at += Character.charCount(value.codePointAt(at));
        }
        return at;
    }

    /** A joiner that its neighbours need belongs to their word. */
    private static boolean isOfWord(String value, int at) {
        int c = value.codePointAt(at);
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Characters.isUnsafe(value, at);
    }
}
