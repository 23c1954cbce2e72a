package dev.muster.audience;

import java.util.regex.Pattern;
import org.roaringbitmap.RoaringBitmap;

/**
 * What all contact rows have for one placeholder: whether a value is there, whether WhatsApp takes it and how long it is.
 * The values themselves are not kept.
 */
final class FieldColumn {
    private static final Pattern UNFIT = Pattern.compile("[\\n\\r\\t\\x0B\\f\\x85\\u2028\\u2029]| {5,}");

    private final RoaringBitmap present = new RoaringBitmap();
    private final RoaringBitmap blank = new RoaringBitmap();
    private final RoaringBitmap unfit = new RoaringBitmap();
    private final int[] units;
    private final int[] codePoints;

    FieldColumn(int rows) {
        units = new int[rows];
        codePoints = new int[rows];
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
