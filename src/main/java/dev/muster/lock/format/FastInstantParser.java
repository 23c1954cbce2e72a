package dev.muster.lock.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;

/**
 * Reads a time as {@link Instant#parse} does; the form in which {@link Instant#toString} writes the years that matter, without
 * the general parser, which for a long record takes longer than everything else.
 */
public final class FastInstantParser {
    /** Where a time without a fraction of a second ends: {@code 2026-11-30T09:00:00Z}. */
    private static final int WHOLE = 19;

    private static final int LONGEST_FRACTION = 9;

    private FastInstantParser() {}

    public static Instant parse(String text) {
        return isPlain(text) ? plain(text) : Instant.parse(text);
    }

    private static boolean isPlain(String text) {
        return text.length() > WHOLE
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && areDigits(text, 0, 4)
                && isWithin(text, 5, 1, 12)
                && isWithin(text, 8, 1, Month.of(number(text, 5, 7)).minLength())
                && isWithin(text, 11, 0, 23)
                && isWithin(text, 14, 0, 59)
                && isWithin(text, 17, 0, 59)
                && endsPlainly(text);
    }

    private static boolean endsPlainly(String text) {
        int last = text.length() - 1;
        return text.charAt(last) == 'Z'
                && (last == WHOLE
                        || (text.charAt(WHOLE) == '.'
                                && last > WHOLE + 1
                                && last <= WHOLE + 1 + LONGEST_FRACTION
                                && areDigits(text, WHOLE + 1, last)));
    }

    private static boolean isWithin(String text, int at, int least, int most) {
        return areDigits(text, at, at + 2) && number(text, at, at + 2) >= least && number(text, at, at + 2) <= most;
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            number = 10 * number + text.charAt(at) - '0';
        }
        return number;
    }

    private static Instant plain(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        long second = number(text, 11, 13) * 3600L + number(text, 14, 16) * 60L + number(text, 17, 19);
        return Instant.ofEpochSecond(day.toEpochDay() * 86400L + second, nanos(text));
    }

    private static long nanos(String text) {
        long nanos = 0;
        for (int at = WHOLE + 1; at < WHOLE + 1 + LONGEST_FRACTION; at++) {
            nanos = 10 * nanos + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return nanos;
    }
}
