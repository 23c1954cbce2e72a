package dev.muster.apply;

/**
 * Text that a server sent, made safe to show on one line: control, formatting (bidirectional, zero-width) and unpaired
 * surrogate characters become blanks, runs of blanks become one, and it is cut at 200 characters.
 */
public final class ServerText {
    /** How much of a server's text is shown. */
    public static final int MAX_LENGTH = 200;

    private ServerText() {}

    public static String clean(String text) {
        var safe = new StringBuilder();
        text.codePoints().limit(4L * MAX_LENGTH).forEach(c -> safe.appendCodePoint(isPrintable(c) ? c : ' '));
        return cut(safe.toString().replaceAll("\\s+", " ").strip());
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 2)) ? MAX_LENGTH - 2 : MAX_LENGTH - 1;
        return text.substring(0, end) + "…";
    }
}
