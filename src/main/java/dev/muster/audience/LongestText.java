package dev.muster.audience;

import dev.muster.model.text.Placeholder;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import org.roaringbitmap.RoaringBitmap;

/** The longest that a text gets, row by row: what is fixed in it, and for each placeholder the length of the row's value. */
final class LongestText {
    private final List<Part> parts;
    private final int fixedUnits;
    private final int fixedCodePoints;
    private int units;
    private int codePoints;

    /** A placeholder of the text, and how long it is with its braces. */
    private record Part(FieldColumn column, int raw) {}

    LongestText(String text, Function<String, FieldColumn> columns) {
        parts = Placeholder.FORM
                .matcher(text)
                .results()
                .map(match -> part(match, columns))
                .toList();
        int raw = parts.stream().mapToInt(Part::raw).sum();
        fixedUnits = text.length() - raw;
        fixedCodePoints = text.codePointCount(0, text.length()) - raw;
    }

    private static Part part(MatchResult match, Function<String, FieldColumn> columns) {
        return new Part(columns.apply(match.group(1)), match.group().length());
    }

    /** Rows that the text is filled in for; all are alike to a text without placeholders. */
    void see(RoaringBitmap rows) {
        if (!parts.isEmpty()) {
            rows.forEach((int row) -> see(row));
        } else if (!rows.isEmpty()) {
            see(rows.first());
        }
    }

    private void see(int row) {
        int rowUnits = fixedUnits;
        int rowCodePoints = fixedCodePoints;
        for (var part : parts) {
            rowUnits += part.column.units(row, part.raw);
            rowCodePoints += part.column.codePoints(row, part.raw);
        }
        units = Math.max(units, rowUnits);
        codePoints = Math.max(codePoints, rowCodePoints);
    }

    int units() {
        return units;
    }

    int codePoints() {
        return codePoints;
    }
}
