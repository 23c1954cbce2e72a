package dev.muster.report.html;

import java.util.List;

/**
 * A drawing with the same figures as a table, for those who would rather read them or cannot see it.
 *
 * @param caption what it shows
 * @param wide whether it needs room and scrolls in its own box on a narrow screen
 */
record Figure(String caption, Svg drawing, boolean wide, Table table) {

    /** Figures in rows; the first cell of a row is its heading. */
    record Table(String caption, List<String> columns, List<List<String>> rows) {
        Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
