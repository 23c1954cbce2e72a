package dev.muster.report.html;

import dev.muster.report.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Columns side by side, as over time: of each a wide one, and before it a narrow one for a part of it that is counted apart.
 * The highest is as high as the drawing.
 */
final class ColumnChart {
    private static final int HEAD = 20;
    private static final int HIGH = 140;
    private static final int FOOT = 22;

    private ColumnChart() {}

    /** One place: its name, and the two counts. */
    record Column(String label, long wide, long narrow) {}

    static Svg of(String id, String title, List<Column> columns) {
        var description = columns.stream()
                .map(column -> column.label() + ": " + Numbers.of(column.wide()) + ", " + Numbers.of(column.narrow()))
                .collect(Collectors.joining("; "));
        var svg = Svg.figure(id, "columns", HEAD + HIGH + FOOT, title, description);
        long most = columns.stream()
                .mapToLong(column -> Math.max(column.wide(), column.narrow()))
                .max()
                .orElse(0);
        svg.text("hour", 0, HEAD - 8, "up to " + Numbers.of(most));
        svg.box("tick", 0, HEAD + HIGH, 100, 1);
        IntStream.range(0, columns.size()).forEach(i -> column(svg, i, columns, most));
        labels(svg, columns);
        return svg;
    }

    private static void column(Svg svg, int place, List<Column> columns, long most) {
        double room = 100.0 / columns.size();
        var column = columns.get(place);
        bar(svg, "stream", place * room + 0.1 * room, 0.8 * room, height(column.wide(), most));
        bar(svg, "kept result", place * room + 0.3 * room, 0.4 * room, height(column.narrow(), most));
    }

    /** Of something there is always something to be seen. */
    private static int height(long count, long most) {
        return count == 0 ? 0 : Math.max(1, (int) Math.round((double) HIGH * count / most));
    }

    private static void bar(Svg svg, String kind, double x, double width, int height) {
        if (height > 0) {
            svg.box(kind, x, HEAD + HIGH - height, width, height);
        }
    }

    /** The first and the last: between them time runs evenly. */
    private static void labels(Svg svg, List<Column> columns) {
        if (!columns.isEmpty()) {
            svg.text("hour", 0, HEAD + HIGH + 16, columns.get(0).label());
        }
        if (columns.size() > 1) {
            svg.textTo(
                    "hour",
                    100,
                    HEAD + HIGH + 16,
                    columns.get(columns.size() - 1).label());
        }
    }
}
