package dev.muster.report;

/**
 * Breaks a line between words where it would be wider than the terminal; what follows stands below the first word. Words
 * joined by {@link #GLUE} stay together.
 */
final class Wrap {
    /** A blank that is never broken at. */
    static final String GLUE = "\u00a0";

    private Wrap() {}

    static String of(String head, String words, int width) {
        var text = new StringBuilder();
        var line = new StringBuilder(head);
        var indent = " ".repeat(head.length());
        for (var word : words.split(" ", -1)) {
            if (line.length() + word.length() > width && line.length() > indent.length()) {
                text.append(line.toString().stripTrailing()).append('\n');
                line.setLength(0);
                line.append(indent);
            }
            line.append(word).append(' ');
        }
        return text.append(line.toString().stripTrailing())
                .append('\n')
                .toString()
                .replace(GLUE, " ");
    }
}
