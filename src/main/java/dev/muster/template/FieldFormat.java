package dev.muster.template;

import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes dates and numbers for the language of a template, as the Unicode CLDR of the Java platform has it: a date long, such
 * as {@code 1. Dezember 2026}; a number with all of its decimals and its thousands apart, such as {@code 1.234,50}. Digits are
 * always 0 to 9, and the minus is always {@code -}: no sign that WhatsApp refuses is added.
 */
final class FieldFormat {
    private final DateTimeFormatter dates;
    private final DecimalFormatSymbols symbols;

    /** For a language as SeaX writes it, such as {@code en_US}. */
    FieldFormat(String language) {
        var locale = Locale.forLanguageTag(language.replace('_', '-') + "-u-nu-latn");
        dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        symbols = DecimalFormatSymbols.getInstance(locale);
    }

    /** A date that is written in ISO 8601, with or without a time, which is not shown; empty for anything else. */
    Optional<String> date(String value) {
        return IsoDate.read(value.strip()).map(dates::format);
    }

    /** A decimal number such as {@code -1234.50}; empty for anything else, such as one with leading zeros. */
    Optional<String> number(String value) {
        var number = value.strip();
        boolean isNegative = number.startsWith("-");
        int from = isNegative ? 1 : 0;
        int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        if (!isWhole(number, from, point) || !isFraction(number, point)) {
            return Optional.empty();
        }
        var written = new StringBuilder(isNegative ? "-" : "");
        group(written, number, from, point);
        if (point < number.length()) {
            written.append(symbols.getDecimalSeparator()).append(number, point + 1, number.length());
        }
        return Optional.of(written.toString());
    }

    private void group(StringBuilder written, String number, int from, int to) {
        for (int at = from; at < to; at++) {
            if (at > from && (to - at) % 3 == 0) {
                written.append(symbols.getGroupingSeparator());
            }
            written.append(number.charAt(at));
        }
    }

    /** Leading zeros are those of a number that only names something. */
    private static boolean isWhole(String number, int from, int to) {
        return IsoDate.areDigits(number, from, to) && (number.charAt(from) != '0' || to == from + 1);
    }

    private static boolean isFraction(String number, int point) {
        return point == number.length() || IsoDate.areDigits(number, point + 1, number.length());
    }
}
