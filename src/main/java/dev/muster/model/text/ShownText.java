package dev.muster.model.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text as somebody sees it in WhatsApp, which cuts blanks off its ends: two texts that look the same there are one text to
 * the person who gets both. Blanks of all kinds count as one, composed and decomposed letters are the same, and what cannot be
 * seen is left out, but for joiners, which make other letters or another emoji.
 */
public final class ShownText {
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\x{FE0E}\\x{FE0F}&&[^\\x{200C}\\x{200D}\\x{E0020}-\\x{E007F}]]");

    /** A joiner joins only between two other characters. */
    private static final Pattern LOOSE_JOINERS =
            Pattern.compile("(?<=^|\\s)[\\x{200C}\\x{200D}]+|[\\x{200C}\\x{200D}]+(?=\\s|$)");

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\t&&[^\\n]]+");
    private static final Pattern AROUND_LINES = Pattern.compile(" *\\n *");

    private ShownText() {}

    public static String of(String text) {
        var lines = LINE_END.matcher(text).replaceAll("\n");
        var blanks = BLANKS.matcher(UNSEEN.matcher(lines).replaceAll("")).replaceAll(" ");
        var joined = LOOSE_JOINERS.matcher(blanks).replaceAll("");
        return Normalizer.normalize(
                AROUND_LINES.matcher(joined).replaceAll("\n").strip(), Normalizer.Form.NFC);
    }
}
