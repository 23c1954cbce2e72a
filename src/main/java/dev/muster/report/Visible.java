package dev.muster.report;

/**
 * Makes text from outside harmless to show: control characters, bidirectional controls, zero-width characters and lone
 * surrogates are written as {@code \\u202E}, so that no label name or error text can move a cursor or hide what it says.
 */
public final class Visible {
    private Visible() {}

    public static String of(String text) {
        if (text.codePoints().noneMatch(Visible::isHidden)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (isHidden(letter)) {
                shown.append("\\u%04X".formatted(letter));
            } else {
                shown.appendCodePoint(letter);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int letter) {
        if (letter == 0x200D || letter == 0xFE0F) {
            return false; // joins emoji
        }
        int type = Character.getType(letter);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
