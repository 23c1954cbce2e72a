package dev.muster.diagnostic;

import java.util.Comparator;

/**
 * Where a finding is: file as the user would type it, line and column counted from 1 (columns in UTF-16 units), and the
 * line itself for quoting. A finding about a whole file has line 1, column 1.
 */
public record Place(String file, int line, int column, String source) implements Comparable<Place> {
    /** A finding that belongs to no file, such as one about the workspace. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    public static Place of(String file) {
        return new Place(file, 1, 1, "");
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /**
     * {@code file:line:column} for people, or nothing for {@link #NOWHERE}. A line break or anything else in the file's name
     * that deceives a reader is written out.
     */
    @Override
    public String toString() {
        return file.isEmpty() ? "" : Characters.visible(file) + ":" + line + ":" + column;
    }
}
