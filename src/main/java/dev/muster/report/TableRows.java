package dev.muster.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a table in a comment, in their order. Where not all fit, those that need a person go first, and what is left
 * out is counted by kind.
 */
public record TableRows(List<Row> rows) {
    public TableRows {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param urgent whether it needs a person
     * @param kind in the words that follow a number, such as {@code will be sent}
     */
    public record Row(boolean urgent, String kind, String text) {}

    /** Some of the rows and what to say of the others; {@code leftOut} is empty when there are none. */
    public record Cut(List<Row> shown, String leftOut) {
        public Cut {
            shown = List.copyOf(shown);
        }

        public String text() {
            return shown.stream().map(Row::text).collect(Collectors.joining());
        }
    }

    /** In at most so many UTF-16 units. */
    public Cut within(int budget) {
        var fits = fitting(budget);
        var shown = new ArrayList<Row>();
        var left = new ArrayList<Row>();
        IntStream.range(0, rows.size()).forEach(at -> (fits.get(at) ? shown : left).add(rows.get(at)));
        return new Cut(shown, left.isEmpty() ? "" : leftOut(left));
    }

    private BitSet fitting(int budget) {
        var fits = new BitSet();
        int length = 0;
        for (int at : urgentFirst()) {
            length += rows.get(at).text().length();
            if (length > budget) {
                break;
            }
            fits.set(at);
        }
        return fits;
    }

    private int[] urgentFirst() {
        return IntStream.concat(
                        IntStream.range(0, rows.size())
                                .filter(at -> rows.get(at).urgent()),
                        IntStream.range(0, rows.size())
                                .filter(at -> !rows.get(at).urgent()))
                .toArray();
    }

    private static String leftOut(List<Row> left) {
        return "and " + Numbers.of(left.size()) + " more: "
                + OmittedCount.counted(left.stream().map(Row::kind));
    }
}
