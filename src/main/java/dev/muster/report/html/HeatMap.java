package dev.muster.report.html;

import dev.muster.report.Numbers;
import java.util.List;
import java.util.OptionalLong;

/**
 * Counts for pairs of things, as a table whose cells are the darker the more they hold. It is a table and no drawing, so
 * that it can be read and listened to as it is.
 *
 * @param rest what was left out, or nothing
 */
record HeatMap(String caption, List<String> columns, List<Row> rows, String rest) {
    private static final int SHADES = 6;

    HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One thing and what it shares with each of the columns. */
    record Row(String name, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** A count and how dark it is; {@code kind} is a class of the style sheet. */
    record Cell(String kind, String text) {
        /** A count of its share of the largest; one that is itself is not shaded. */
        static Cell of(OptionalLong count, long largest) {
            if (count.isEmpty()) {
                return new Cell("self", "–");
            }
            long shared = count.getAsLong();
            return new Cell("h" + shade(shared, largest), Numbers.of(shared));
        }

        private static int shade(long count, long largest) {
            return count == 0 ? 0 : (int) Math.min(SHADES, 1 + (SHADES - 1) * count / Math.max(1, largest));
        }
    }
}
