package dev.muster.model.text;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/** A text as {@link LinkScanner} reads it: what each place holds, and how far the parts of a link reach. */
final class Glyphs {
    private static final String DOTS = ".\u3002\uFF0E\uFF61\u2024\uFE52";
    private static final Pattern DOT = Pattern.compile("[" + DOTS + "]");
    private static final Pattern OCTETS = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern UNKNOWN_END = Pattern.compile(".*\\.\\p{L}{2,}");

    private final String text;

    /** Which places belong to a placeholder: a value is part of the name that it stands in. */
    private final boolean[] filledIn;

    Glyphs(String text) {
        this.text = text;
        filledIn = new boolean[text.length()];
        Placeholder.FORM
                .matcher(text)
                .results()
                .forEach(match -> java.util.Arrays.fill(filledIn, match.start(), match.end(), true));
    }

    int next(int at) {
        return at + Character.charCount(text.codePointAt(at));
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }

    boolean isAt(String word, int at) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Whether a label of a name may hold what stands here. */
    boolean isName(int at) {
        return at < text.length() && (filledIn[at] || isLetter(text.codePointAt(at)) || is("_-", at));
    }

    private static boolean isLetter(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> !isVariation(c);
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static boolean isVariation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || c == 0x034F;
    }

    private boolean is(String signs, int at) {
        return at >= 0 && at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    /** Labels with one dot between each two. */
    int endOfRun(int from) {
        int at = from;
        while (isName(at) || (at > from && is(DOTS, at) && isName(at + 1))) {
            at = next(at);
        }
        return at;
    }

    int skip(String signs, int from) {
        int at = from;
        while (is(signs, at)) {
            at++;
        }
        return at;
    }

    int withoutTrailing(String signs, int from, int to) {
        int at = to;
        while (at > from && is(signs, at - 1)) {
            at--;
        }
        return at;
    }

    /** Where the scheme begins that ends here: ASCII letters and digits, a letter first; the end itself if there is none. */
    int startOfScheme(int from, int end) {
        int at = end;
        while (at > from && is("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-", at - 1)) {
            at--;
        }
        return skip("0123456789-", at) < end ? skip("0123456789-", at) : end;
    }

    int endOfAuthority(int from) {
        int at = from;
        while (at < text.length() && !is("/?#\\", at) && !endsAddress(at)) {
            at = next(at);
        }
        return at;
    }

    int lastIndexOf(char sign, int from, int to) {
        int at = text.lastIndexOf(sign, to - 1);
        return at >= from ? at : -1;
    }

    /** The host of an authority: a name, or the address of a machine in brackets. */
    int endOfHost(int from, int authority) {
        if (is("[", from) && text.indexOf(']', from) >= 0) {
            return text.indexOf(']', from) + 1;
        }
        int end = endOfRun(from);
        return is("%", end) ? authority : withoutTrailing("_-", from, end);
    }

    /** A blank, a quotation mark, an invisible character, or a sign of any script but ASCII ends an address. */
    private boolean endsAddress(int at) {
        int c = text.codePointAt(at);
        if (filledIn[at] || is(DOTS, at)) {
            return false;
        }
        return c < 0x80 ? c <= ' ' || "\"<>`|^{}\\".indexOf(c) >= 0 : !isLetter(c);
    }

    /** A port and a path, if there are any; brackets, which few phones take into a link, end it. */
    int endOfPath(int from) {
        int at = is(":", from) && isDigit(from + 1) ? skip("0123456789", from + 1) : from;
        if (!is("/?#", at)) {
            return at;
        }
        while (at < text.length() && !endsAddress(at)) {
            at = next(at);
        }
        return at;
    }

    boolean hasPath(int end) {
        return is("/#", end) || (is(":", end) && isDigit(end + 1));
    }

    private boolean isDigit(int at) {
        return is("0123456789", at);
    }

    boolean isBehindAt(int start) {
        return is("@", start - 1);
    }

    /** Whether something before the {@code @} makes an e-mail address of it. */
    boolean isMailbox(int start) {
        return start > 1 && (isName(start - 2) || isLetter(text.codePointBefore(start - 1)) || is(".+%", start - 2));
    }

    boolean isMachineAddress(int from, int to) {
        return OCTETS.matcher(text.substring(from, to)).matches();
    }

    boolean hasPlainDots(int from, int to) {
        return DOT.matcher(text.substring(from, to))
                .results()
                .allMatch(dot -> dot.group().equals("."));
    }

    /** The end of the longest beginning that ends with a top-level domain and has a name before it, or -1. */
    int endOfKnownName(int from, int to) {
        int end = to;
        for (int dot = lastDot(from, to); dot > from; dot = lastDot(from, dot)) {
            if (isTopLevel(dot, withoutTrailing("_-", dot + 1, end))) {
                return withoutTrailing("_-", dot + 1, end);
            }
            end = dot;
        }
        return -1;
    }

    /** Two sentences with an ideographic full stop between them are no name, unless the second word is ASCII. */
    private boolean isTopLevel(int dot, int end) {
        var label = text.substring(dot + 1, end);
        boolean isPlain = text.charAt(dot) == '.' || label.chars().allMatch(c -> c < 0x80);
        return isPlain && !label.isEmpty() && TopLevelDomains.contains(label);
    }

    /** Most runs are words. */
    boolean hasDot(int from, int to) {
        return lastDot(from, to) >= from;
    }

    private int lastDot(int from, int to) {
        int at = to - 1;
        while (at >= from && !is(DOTS, at)) {
            at--;
        }
        return at;
    }

    /** Ends with a placeholder that may become a top-level domain, or with one that is newer than the list. */
    boolean endsAsNameMay(int from, int to) {
        int dot = lastDot(from, to);
        return dot > from
                && (filledIn[to - 1]
                        || (hasPath(to)
                                && to + 1 < text.length()
                                && UNKNOWN_END.matcher(text.substring(from, to)).matches()));
    }

    /** How far Latin letters, digits and dots go on from here. */
    int endOfLatin(int from, int to) {
        int at = from;
        while (at < to && (is(DOTS + "_-", at) || filledIn[at] || isLatin(text.codePointAt(at)))) {
            at = next(at);
        }
        return at;
    }

    private static boolean isLatin(int c) {
        var script = c < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(c);
        return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }
}
