package dev.muster.number;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The last digits of a number, as far as a text that cannot be read still shows them: without the country's code, with a
 * trunk's zero or two plus signs, as a spreadsheet's amount. Equal ones are likely one number, and never surely.
 */
public final class NumberTail {
    private static final int LENGTH = 8;

    /** So many digits at the end are zeros that a spreadsheet leaves out; more are digits that it lost. */
    private static final int MOST_ZEROS = 2;

    private static final Pattern SCIENTIFIC = Pattern.compile("[+]*([0-9])(?:[.,]([0-9]{1,14}))?e[+]?([0-9]{1,2})");
    private static final Pattern DECIMALS = Pattern.compile("(?<=[0-9]{7}|[.,' ][0-9]{3})[.,]0{1,2}$");
    private static final Pattern PLAIN = Pattern.compile("[+]?[0-9]+");
    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[;,|/]|:::| or ");

    /** Digits alone, as long as a number without its country's code can be. */
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{8,11}");

    private static final Pattern OTHERS = Pattern.compile("[^0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    private NumberTail() {}

    /** The tails of all numbers that the text may hold; none where it holds too few digits. */
    public static Set<String> of(String written) {
        // nearly all numbers of a million contacts
        return PLAIN.matcher(written).matches() ? tails(written) : ofOther(written);
    }

    private static Set<String> ofOther(String written) {
        var text = WrittenNumber.of(written).text();
        var scientific = SCIENTIFIC.matcher(text);
        if (scientific.matches()) {
            var decimals = Optional.ofNullable(scientific.group(2)).orElse("");
            int zeros = Integer.parseInt(scientific.group(3)) - decimals.length();
            return zeros < 0 || zeros > MOST_ZEROS
                    ? Set.of()
                    : tails(scientific.group(1) + decimals + "0".repeat(zeros));
        }
        var whole = DECIMALS.matcher(text).replaceFirst("");
        var tails = new HashSet<>(tails(whole));
        BETWEEN_NUMBERS.splitAsStream(whole).map(NumberTail::tails).forEach(tails::addAll);
        return tails;
    }

    /** Whether a text that was read may as well be a number of a country whose code is left out. */
    public static boolean mayLackCountry(String written, Account read) {
        return NATIONAL.matcher(written).matches() && !NumberReader.isAssigned(read.number());
    }

    private static Set<String> tails(String text) {
        var digits = LEADING_ZEROS.matcher(OTHERS.matcher(text).replaceAll("")).replaceFirst("");
        return digits.length() < LENGTH ? Set.of() : Set.of(digits.substring(digits.length() - LENGTH));
    }
}
