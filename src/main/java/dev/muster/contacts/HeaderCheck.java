package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether a file's first row names its columns, each once, and a number among them. A column that only looks like one of
 * ours is never taken for it: whose number or label it holds must not be guessed.
 */
record HeaderCheck(String file, ContactRules rules, FileCounts tally) {
    Optional<Header> check(List<Cell> cells) {
        var header = Header.of(cells, rules.columns());
        checkGiven(header);
        if (isQuotedWhole(cells)) {
            tally.found(withoutNumbers(cells));
            return Optional.empty();
        }
        var likely = new LikelyColumns(file, header, cells, tally);
        likely.check();
        checkNames(cells, header);
        return header.hasNumbers() ? Optional.of(header) : withLikelyNumbers(header, likely, cells);
    }

    /** The file is refused as it is; what else is wrong with it is told at once, as if the likeliest column were meant. */
    private Optional<Header> withLikelyNumbers(Header header, LikelyColumns likely, List<Cell> cells) {
        var column = likely.ofNumbers();
        if (column.isEmpty()) {
            tally.found(withoutNumbers(cells));
        }
        boolean isHeader = header.has(ColumnMeaning.NAME) || header.has(ColumnMeaning.LABELS);
        return column.map(header::withNumbersIn).or(() -> Optional.of(header).filter(any -> isHeader));
    }

    private void checkGiven(Header header) {
        rules.columns().keySet().stream()
                .sorted()
                .filter(given -> header.columns().stream()
                        .noneMatch(column -> column.written().equals(given)))
                .forEach(given -> tally.found(ContactRule.NO_SUCH_COLUMN.at(
                        Place.of(file), "the first row names no column \"" + given + "\", which --column names")));
    }

    private void checkNames(List<Cell> cells, Header header) {
        var seen = new HashSet<String>();
        IntStream.range(0, cells.size())
                .filter(at -> header.columns().get(at).isImported())
                .forEach(at -> checkName(cells.get(at), header.columns().get(at), header, seen));
    }

    /** SeaX reads names of columns in any case, so a field must not be called as one of its own. */
    private void checkName(Cell cell, Column column, Header header, HashSet<String> seen) {
        var written = Characters.visible(column.written());
        if (column.is(ColumnMeaning.FIELD) && Header.isKnown(column.written())) {
            tally.found(error(
                    cell,
                    ContactRule.COLUMN_NAME,
                    "column \"" + written + "\" cannot be a contact field: SeaX reads a column of that name as its own",
                    "rename it, or leave it out with --column \"" + written + "=ignore\""));
        } else if (!seen.add(column.name().toLowerCase(Locale.ROOT))) {
            tally.found(error(
                    cell,
                    ContactRule.COLUMN_TWICE,
                    "there are two columns \"" + column.name() + "\", and only one could be imported",
                    "rename one of them"
                            + header.spare(column)
                                    .map(spare -> ", or leave one out: --column \""
                                            + Characters.visible(spare.written()) + "=ignore\"")
                                    .orElse("")));
        }
    }

    private static boolean isQuotedWhole(List<Cell> cells) {
        var values = Layout.split(cells.get(0).text(), ',');
        return cells.size() == 1 && values.size() > 1 && values.stream().anyMatch(Header::isKnown);
    }

    private Diagnostic withoutNumbers(List<Cell> cells) {
        boolean isQuotedWhole = isQuotedWhole(cells);
        return ContactRule.NO_NUMBER_COLUMN.at(
                Place.of(file),
                isQuotedWhole
                        ? "the whole first row is one value in quotes"
                        : "the first row names no column \"phone\" or \"whatsapp\"",
                isQuotedWhole
                        ? "export the file again from its source; it was opened and saved with another separator"
                        : "begin the file with a row of column names: name,phone,whatsapp,labels, and any field of your own");
    }

    private Diagnostic error(Cell cell, Rule rule, String message, String help) {
        return rule.at(new Place(file, cell.line(), cell.column(), ""), message, help);
    }
}
