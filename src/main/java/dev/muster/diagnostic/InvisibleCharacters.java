package dev.muster.diagnostic;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a character that cannot be seen is a part of how its neighbours are written: joiners between letters of scripts that
 * use them (the Unicode Standard, chapters 9, 12 and 23.2; RFC 5892, appendix A) and within emoji, and variation selectors
 * behind characters that have variants (StandardizedVariants.txt, emoji-variation-sequences.txt and the Ideographic
 * Variation Database of Unicode). Anywhere else it only hides.
 */
final class InvisibleCharacters {
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int BLANK_OF_NO_WIDTH = 0x200B;
    private static final int BLACK_FLAG = 0x1F3F4;

    private static final Set<UnicodeScript> CURSIVE = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.SYRIAC,
            UnicodeScript.MANDAIC,
            UnicodeScript.NKO,
            UnicodeScript.MONGOLIAN,
            UnicodeScript.PHAGS_PA,
            UnicodeScript.ADLAM,
            UnicodeScript.HANIFI_ROHINGYA);

    private static final Set<UnicodeScript> INDIC = EnumSet.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.TIBETAN,
            UnicodeScript.BALINESE,
            UnicodeScript.JAVANESE,
            UnicodeScript.MEETEI_MAYEK,
            UnicodeScript.OL_CHIKI,
            UnicodeScript.CHAKMA);

    /** Written without blanks between words, so that a line can be broken at a blank of no width only. */
    private static final Set<UnicodeScript> WITHOUT_BLANKS =
            EnumSet.of(UnicodeScript.KHMER, UnicodeScript.MYANMAR, UnicodeScript.THAI, UnicodeScript.LAO);

    private static final Set<UnicodeScript> WITH_VARIANTS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.MYANMAR, UnicodeScript.PHAGS_PA, UnicodeScript.MANICHAEAN);

    private static final String PUNCTUATION_WITH_VARIANTS = "0\u3001\u3002\uFF01\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF10";

    /** A sign of a picture, which a joiner binds to another one: one cluster (UAX 29, GB11). */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final String PICTURE = "\uD83D\uDE00";

    /** The three flags of tags that Unicode recommends: England, Scotland, Wales. Other tags could hide a text. */
    private static final Pattern FLAG =
            Pattern.compile("\\x{1F3F4}\\x{E0067}\\x{E0062}(?:\\x{E0065}\\x{E006E}\\x{E0067}"
                    + "|\\x{E0073}\\x{E0063}\\x{E0074}|\\x{E0077}\\x{E006C}\\x{E0073})\\x{E007F}");

    private InvisibleCharacters() {}

    /** Whether the character at the index belongs to its neighbours. */
    static boolean isText(String text, int index) {
        int c = text.codePointAt(index);
        if (index == 0) {
            return false;
        } else if (c == NON_JOINER || c == JOINER) {
            return joinsLetters(c, text, index) || (c == JOINER && joinsPictures(text, index));
        } else if (c == BLANK_OF_NO_WIDTH) {
            return isOf(WITHOUT_BLANKS, base(text, index)) && isOf(WITHOUT_BLANKS, after(text, index));
        }
        return isSelector(c) ? hasVariant(c, text.codePointBefore(index)) : isTag(c) && isInFlag(text, index);
    }

    static boolean isSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || isIdeographicSelector(c);
    }

    private static boolean isIdeographicSelector(int c) {
        return c >= 0xE0100 && c <= 0xE01EF;
    }

    /** A word of another script may have a Persian ending; an Arabic letter may be shown in the form it has within a word. */
    private static boolean joinsLetters(int joiner, String text, int index) {
        int before = base(text, index);
        int after = after(text, index);
        if (isOf(INDIC, before)) {
            return isOf(INDIC, after) || (isMark(text.codePointBefore(index)) && !Characters.isUnsafe(after));
        }
        return (isWord(before) && isWord(after))
                ? isOf(CURSIVE, before) || isOf(CURSIVE, after)
                : joiner == JOINER && isOf(CURSIVE, before) && !Characters.isUnsafe(after);
    }

    private static boolean joinsPictures(String text, int index) {
        int before = base(text, index);
        return isPicture(before) && isPicture(after(text, index));
    }

    private static boolean hasVariant(int selector, int before) {
        if (selector == 0xFE0E || selector == 0xFE0F) {
            return isPicture(before) || (before < 0x7F && "0123456789#*".indexOf(before) >= 0);
        } else if (isIdeographicSelector(selector)) {
            return UnicodeScript.of(before) == UnicodeScript.HAN;
        }
        return isOf(WITH_VARIANTS, before)
                || PUNCTUATION_WITH_VARIANTS.indexOf(before) >= 0
                || (before > 0x7F && Character.getType(before) == Character.MATH_SYMBOL);
    }

    private static boolean isPicture(int c) {
        return c > 0x7F
                && CLUSTER.matcher(Character.toString(c) + "\u200D" + PICTURE).matches();
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isInFlag(String text, int index) {
        int flag = text.lastIndexOf(Character.toString(BLACK_FLAG), index);
        var match = FLAG.matcher(text);
        return flag >= 0 && match.find(flag) && match.start() == flag && index < match.end();
    }

    /** The character that marks, selectors and colours of skin before the index belong to; 0 where there is none. */
    private static int base(String text, int index) {
        int i = index;
        int c = 0;
        while (i > 0) {
            c = text.codePointBefore(i);
            i -= Character.charCount(c);
            if (!isInherited(c) && !isSkin(c) && !isSelector(c)) {
                return c;
            }
        }
        return 0;
    }

    private static int after(String text, int index) {
        int next = index + Character.charCount(text.codePointAt(index));
        return next < text.length() ? text.codePointAt(next) : ' ';
    }

    private static boolean isInherited(int c) {
        return UnicodeScript.of(c) == UnicodeScript.INHERITED && !Characters.isUnsafe(c);
    }

    private static boolean isSkin(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isOf(Set<UnicodeScript> scripts, int c) {
        return scripts.contains(UnicodeScript.of(c));
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || isMark(c);
    }
}
