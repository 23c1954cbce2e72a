package dev.muster.definition;

import dev.muster.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a value stands in its file, from its first sign to its last, quotes among them. Lines and columns count from zero,
 * columns in UTF-16 units.
 */
record Written(Lines lines, int firstLine, int firstColumn, int lastLine, int lastColumn) {
    private static final Pattern COMMENT = Pattern.compile("[ \\t]+(#(\\S)?)");

    /** A value that no file holds. */
    static final Written NOWHERE = new Written(new Lines("", List.of(""), List.of("")), 0, 0, 0, 0);

    /** By lines and columns as SnakeYAML counts them, columns in code points. */
    static Written between(Lines lines, int firstLine, int firstColumn, int lastLine, int lastColumn) {
        int first = Math.min(firstLine, lines.lines().size() - 1);
        int last = Math.min(lastLine, lines.lines().size() - 1);
        return new Written(lines, first, lines.column(first, firstColumn), last, lines.column(last, lastColumn));
    }

    /**
     * A comment that ends this value on its last line, or on the next one as if the value went on; {@code any} takes also
     * one with a blank behind its sign.
     */
    Optional<Place> comment(boolean any) {
        var rest = COMMENT.matcher(lines.lines().get(lastLine))
                .region(lastColumn, lines.lines().get(lastLine).length());
        if (rest.lookingAt()) {
            return any || rest.group(2) != null ? Optional.of(lines.place(lastLine, rest.start(1))) : Optional.empty();
        }
        return any ? continued() : Optional.empty();
    }

    private Optional<Place> continued() {
        if (lastLine + 1 >= lines.lines().size()) {
            return Optional.empty();
        }
        var next = COMMENT.matcher(lines.lines().get(lastLine + 1));
        return next.lookingAt() && next.group(2) != null && next.start(1) > indentation()
                ? Optional.of(lines.place(lastLine + 1, next.start(1)))
                : Optional.empty();
    }

    private int indentation() {
        var line = lines.lines().get(firstLine);
        return line.length() - line.replaceFirst("^[ -]*", "").length();
    }

    /** The first place of the value at which these signs are written; empty where they were written in another way. */
    Optional<Place> at(String signs) {
        for (int row = firstLine; row <= lastLine && !signs.isEmpty(); row++) {
            int column = lines.lines().get(row).indexOf(signs, row == firstLine ? firstColumn : 0);
            if (column >= 0 && (row < lastLine || column < lastColumn)) {
                return Optional.of(lines.place(row, column));
            }
        }
        return Optional.empty();
    }
}
