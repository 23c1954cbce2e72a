package dev.muster.audience;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.roaringbitmap.RoaringBitmap;

/**
 * What all contact rows have for one placeholder: whether a value is there, whether WhatsApp takes it and how long it is.
 * Of the values themselves only those are kept that may make a link, in memory.
 */
final class FieldColumn {
    private static final Pattern UNFIT = Pattern.compile("[\\n\\r\\t\\x0B\\f\\x85\\u2028\\u2029]| {5,}");

    /** A value without one of these makes no link by itself. */
    private static final Pattern MAY_LINK = Pattern.compile("[.\\u3002\\uFF0E\\uFF61\\u2024\\uFE52](?!\\s)|//");

    /** Stands for a value that was not kept: it makes no link, and neither does this. */
    private static final List<String> HARMLESS = List.of("x");

    private final RoaringBitmap present = new RoaringBitmap();
    private final RoaringBitmap blank = new RoaringBitmap();
    private final RoaringBitmap unfit = new RoaringBitmap();
    private int[] units = new int[64];
    private int[] codePoints = new int[64];
    private final boolean keepsAll;
    private final Map<Integer, List<String>> kept = new HashMap<>();
    private final RoaringBitmap keptRows = new RoaringBitmap();

    /** {@code keepsAll} where a text has the placeholder inside the name of a host, which any value may complete. */
    FieldColumn(boolean keepsAll) {
        this.keepsAll = keepsAll;
    }

    /** Forgets what an earlier reading of the row had. */
    void clear(int row) {
        if (row >= units.length) {
            int rows = Math.max(row + 1, 2 * units.length);
            units = Arrays.copyOf(units, rows);
            codePoints = Arrays.copyOf(codePoints, rows);
        }
        present.remove(row);
        blank.remove(row);
        unfit.remove(row);
        units[row] = 0;
        codePoints[row] = 0;
        kept.remove(row);
        keptRows.remove(row);
    }

    /** Fields whose names differ in case only fill in one placeholder, so the worst of their values counts. */
    void add(int row, String value) {
        present.add(row);
        if (value.isBlank()) {
            blank.add(row);
        }
        if (UNFIT.matcher(value).find()) {
            unfit.add(row);
        }
        units[row] = Math.max(units[row], value.length());
        codePoints[row] = Math.max(codePoints[row], value.codePointCount(0, value.length()));
        if (keepsAll || MAY_LINK.matcher(value).find()) {
            kept.computeIfAbsent(row, none -> new ArrayList<>(1)).add(value);
            keptRows.add(row);
        }
    }

    /** The rows with a value that may make a link. */
    RoaringBitmap keptRows() {
        return keptRows;
    }

    /** Their values; for any other row a letter that makes none. */
    List<String> kept(int row) {
        return kept.getOrDefault(row, HARMLESS);
    }

    RoaringBitmap missingIn(RoaringBitmap rows) {
        return RoaringBitmap.andNot(rows, present);
    }

    RoaringBitmap blankIn(RoaringBitmap rows) {
        return RoaringBitmap.and(rows, blank);
    }

    RoaringBitmap unfitIn(RoaringBitmap rows) {
        return RoaringBitmap.and(rows, unfit);
    }

    /** How long the placeholder, raw of this length, may become: without a value, and with a blank one, it may stay raw. */
    int units(int row, int raw) {
        return isFilled(row) ? units[row] : Math.max(units[row], raw);
    }

    /** The same in code points. */
    int codePoints(int row, int raw) {
        return isFilled(row) ? codePoints[row] : Math.max(codePoints[row], raw);
    }

    private boolean isFilled(int row) {
        return present.contains(row) && !blank.contains(row);
    }
}
