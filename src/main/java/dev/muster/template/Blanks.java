package dev.muster.template;

/** Blanks of all kinds, those that no line breaks at included. */
final class Blanks {
    private Blanks() {}

    static boolean isBlank(char c) {
        return isSpace(c) || isLineBreakOrTab(c);
    }

    /** A space of any width within a line. */
    static boolean isSpace(char c) {
        return c == ' ' || (c >= 0x80 && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    static boolean isLineBreakOrTab(char c) {
        return (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** Whether a text has nothing that is seen. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
