package dev.muster.report;

/**
 * Breaks a line between words where it would be wider than the terminal; what follows stands below the first word. Words
 * joined by {@link #GLUE} stay together.
 */
public final class Wrap {
    /** A blank that is never broken at. */
    public static final String GLUE = "\u00a0";

    private Wrap() {}

    public static String of(String head, String words, int width) {
        return of(head, head.length(), words, width);
    }

    /** The same with what follows at this column, for heads that may be long. */
    public static String of(String head, int column, String words, int width) {
        var text = new StringBuilder();
        var line = new StringBuilder(head);
        var indent = " ".repeat(column);
        for (var word : words.split(" ", -1)) {
            if (line.length() + word.length() > width && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
            }
            // two blanks in the text have an empty word between them, which must not begin a line
            if (!word.isEmpty() || line.length() > indent.length()) {
                line.append(word).append(' ');
            }
        }
        return text.append(line.toString().stripTrailing())
                .append('\n')
                .toString()
                .replace(GLUE, " ");
    }
}
