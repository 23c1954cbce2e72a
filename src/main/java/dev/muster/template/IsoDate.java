package dev.muster.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A date in ISO 8601, as {@code 2026-12-31}, or the date of a time, as {@code 2026-12-31T18:00:00Z} or
 * {@code 2026-12-31 18:00}. It is the date that is written: no zone is applied.
 */
final class IsoDate {
    private static final int LENGTH = 10;

    private final String text;
    private int at = LENGTH;

    private IsoDate(String text) {
        this.text = text;
    }

    static Optional<LocalDate> read(String text) {
        return new IsoDate(text).date();
    }

    private Optional<LocalDate> date() {
        boolean isDate = areDigits(text, 0, 4)
                && isAt(4, '-')
                && areDigits(text, 5, 7)
                && isAt(7, '-')
                && areDigits(text, 8, LENGTH)
                && (text.length() == LENGTH || isTime());
        return isDate ? known(number(0, 4), number(5, 7), number(8, LENGTH)) : Optional.empty();
    }

    private static Optional<LocalDate> known(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code T18:00}, then perhaps seconds, their fraction and an offset. */
    private boolean isTime() {
        boolean isTime = (isAt(at, 'T') || isAt(at, 't') || isAt(at, ' ')) && isPart(23) && isAt(at, ':') && isPart(59);
        if (isTime && isAt(at, ':')) {
            isTime = isPart(60) && isFraction();
        }
        return isTime && isOffset();
    }

    /** Two digits behind a sign. */
    private boolean isPart(int most) {
        boolean isPart = areDigits(text, at + 1, at + 3) && number(at + 1, at + 3) <= most;
        at += 3;
        return isPart;
    }

    private boolean isFraction() {
        if (!isAt(at, '.') && !isAt(at, ',')) {
            return true;
        }
        int from = ++at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at > from;
    }

    private boolean isOffset() {
        if (isAt(at, ' ')) {
            at++;
        }
        var offset = text.substring(Math.min(at, text.length()));
        return switch (offset.length()) {
            case 0 -> text.charAt(text.length() - 1) != ' ';
            case 1 -> offset.equalsIgnoreCase("Z");
            case 3 -> isSigned(offset);
            case 5 -> isSigned(offset) && areDigits(offset, 3, 5);
            case 6 -> isSigned(offset) && offset.charAt(3) == ':' && areDigits(offset, 4, 6);
            default -> false;
        };
    }

    private static boolean isSigned(String offset) {
        return (offset.charAt(0) == '+' || offset.charAt(0) == '-') && areDigits(offset, 1, 3);
    }

    private boolean isAt(int index, char sign) {
        return index < text.length() && text.charAt(index) == sign;
    }

    private int number(int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    /** Whether there is at least one digit, and nothing else. */
    static boolean areDigits(String text, int from, int to) {
        if (from >= to || to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
