package dev.muster.report;

import dev.muster.diagnostic.Characters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of things, as a table for people or as JSON for programs; the column names are the JSON names, numbers stay numbers, and
 * of a closed set people read the words and programs the name.
 */
public record Listing(String name, List<String> columns, List<? extends List<?>> rows) {
    public Listing {
        columns = List.copyOf(columns);
        rows = rows.stream().<List<?>>map(List::copyOf).toList();
    }

    /** Columns side by side, each as wide as its widest value. */
    public String text() {
        if (rows.isEmpty()) {
            return "no " + name.replace('_', ' ') + "\n";
        }
        var header = columns.stream()
                .map(column -> column.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList();
        var widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        return line(header, widths)
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    public String json() {
        return json(rows.size());
    }

    /** The same for one page of so many rows in all. */
    public String json(int total) {
        var document = Json.envelope(true, List.of()).put("total", total);
        var list = document.putArray(name);
        for (var row : rows) {
            var node = list.addObject();
            IntStream.range(0, columns.size()).forEach(i -> put(node, columns.get(i), row.get(i)));
        }
        return Json.document(document);
    }

    private static String line(List<?> row, int[] widths) {
        return IntStream.range(0, row.size())
                        .mapToObj(i -> padded(Characters.visible(row.get(i).toString()), widths[i]))
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }

    private int width(int column) {
        var widest = rows.stream()
                .mapToInt(row -> Characters.visible(row.get(column).toString()).length())
                .max()
                .orElse(0);
        return Math.max(widest, columns.get(column).length());
    }

    private static void put(ObjectNode node, String name, Object value) {
        if (value instanceof Number number) {
            node.put(name, number.longValue());
        } else if (value instanceof Enum<?> word) {
            node.put(name, word.name());
        } else {
            node.put(name, value.toString());
        }
    }

    private static String padded(String value, int width) {
        return value + " ".repeat(Math.max(0, width - value.length()));
    }
}
