package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Brings a row to the length of the first one. Spreadsheets leave out empty values at the end of a row, or write more of
 * them than there are columns. Only what holds no value is left out or added.
 */
record RowShape(Header header) {
    /** The row with a cell for each column; empty when a value has no column, or the file ends within the row. */
    Optional<List<Cell>> fit(List<Cell> row, boolean isCut, RowResult verdict) {
        int columns = header.columns().size();
        if (row.size() < columns && isCut) {
            refuse(
                    row.get(0),
                    "the file ends in the middle of this row",
                    "it may have been cut on its way: get it again; if it is whole, end it with a line break",
                    verdict);
            return Optional.empty();
        }
        if (repeatsNames(row)) {
            verdict.refuse(
                    row.get(0),
                    ContactRule.HEADER_TWICE,
                    "the row repeats the names of the columns",
                    "remove it; where two files were joined, look whether both have the same columns");
            return Optional.empty();
        }
        if (hasValueWithoutColumn(row, verdict)) {
            return Optional.empty();
        }
        return Optional.of(row.size() >= columns ? row.subList(0, columns) : filled(row, columns, verdict));
    }

    private boolean repeatsNames(List<Cell> row) {
        return row.size() == header.columns().size()
                && IntStream.range(0, row.size())
                        .allMatch(at -> row.get(at)
                                .text()
                                .strip()
                                .equals(header.columns().get(at).written()));
    }

    private boolean hasValueWithoutColumn(List<Cell> row, RowResult verdict) {
        for (int at = 0; at < row.size(); at++) {
            boolean hasColumn =
                    at < header.columns().size() && !header.columns().get(at).isNameless();
            if (!hasColumn && !row.get(at).text().isBlank()) {
                refuse(row, at, verdict);
                return true;
            }
        }
        return false;
    }

    private void refuse(List<Cell> row, int at, RowResult verdict) {
        if (at < header.columns().size()) {
            verdict.refuse(
                    row.get(at),
                    ContactRule.COLUMN_NAME,
                    "a value stands in a column that the first row does not name",
                    "name the column in the first row, or remove it");
            return;
        }
        refuse(
                row.get(0),
                "the row has " + row.size() + " values, the first row names "
                        + header.columns().size(),
                "put values that hold the separator into quotes",
                verdict);
    }

    private static void refuse(Cell cell, String message, String help, RowResult verdict) {
        verdict.refuse(cell, ContactRule.ROW_LENGTH, message, help);
    }

    private List<Cell> filled(List<Cell> row, int columns, RowResult verdict) {
        var last = row.get(row.size() - 1);
        var filled = new ArrayList<>(row);
        while (filled.size() < columns) {
            filled.add(new Cell("", last.line(), last.column() + last.text().length()));
        }
        if (header.columns().subList(row.size(), columns).stream().anyMatch(left -> left.is(ColumnMeaning.LABELS))) {
            verdict.warn(
                    last,
                    ContactRule.SHORT_ROW,
                    "the row ends before the column \"labels\"; it is read as a row without labels",
                    "look whether labels are missing");
        }
        return filled;
    }
}
