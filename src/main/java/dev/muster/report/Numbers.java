package dev.muster.report;

import java.util.Locale;
import java.util.OptionalInt;

/** Numbers as people read them: {@code 1,912}, {@code 1 campaign}, {@code 2 campaigns}. */
public final class Numbers {
    private Numbers() {}

    public static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The number, or that it is not known. */
    static String ifKnown(OptionalInt number) {
        return number.isPresent() ? of(number.getAsInt()) : "not known";
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
