package dev.muster.report;

import java.util.Locale;
import java.util.OptionalInt;

/** Numbers as people read them: {@code 1,912}, {@code 1 campaign}, {@code 2 campaigns}. */
public final class Numbers {
    private Numbers() {}

    /** By hand, because a large plan has a hundred thousand numbers and a formatter reads its format for each. */
    public static String of(long number) {
        var grouped = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int comma = grouped.length() - 3; comma > first; comma -= 3) {
            grouped.insert(comma, ',');
        }
        return grouped.toString();
    }

    /** The number, or that it is not known. */
    static String ifKnown(OptionalInt number) {
        return number.isPresent() ? of(number.getAsInt()) : "not known";
    }

    /** {@code 4.2%} of {@code 0.042}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** The number with the word, which takes an s unless there is exactly one. */
    public static String of(long number, String one) {
        return number == 1 ? "1 " + one : of(number) + " " + one + "s";
    }

    /** The number with the word for one or the word for several. */
    public static String of(long number, String one, String several) {
        return of(number) + " " + (number == 1 ? one : several);
    }
}
