package dev.muster.number;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a spreadsheet makes of numbers that it takes for amounts: digits are lost, or some are added that never were. */
final class Spreadsheet {
    private static final String AS_TEXT = "format the column as text and export it again";

    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]+([.,][0-9]*)?e[+-]?[0-9]+");

    /** So many digits in a row, then a point and a digit or two: nobody groups a number like that. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{7,}[.,][0-9]{1,2}");

    private static final Pattern THOUSANDS = Pattern.compile(
            "[+-]?[0-9]{1,3}(?:([,'])[0-9]{2,3}(\\1[0-9]{2,3})+([.,][0-9]+)?|(?:([. ])[0-9]{3})(\\4[0-9]{3})+,[0-9]+)");

    private Spreadsheet() {}

    static Optional<ParsedNumber.Unreadable> trouble(String text) {
        if (SCIENTIFIC.matcher(text).matches()) {
            return Optional.of(new ParsedNumber.Unreadable("is in scientific notation and has lost digits", AS_TEXT));
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(
                    new ParsedNumber.Unreadable("is a decimal number, and its last digits are no part of it", AS_TEXT));
        }
        return THOUSANDS.matcher(text).matches()
                ? Optional.of(new ParsedNumber.Unreadable("has thousands separators", AS_TEXT))
                : Optional.empty();
    }
}
