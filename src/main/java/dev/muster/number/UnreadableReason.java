package dev.muster.number;

import dev.muster.number.NumberPlans.Length;
import dev.muster.number.ParsedNumber.Unreadable;

/** Why a text cannot be read as a number, in words. */
final class UnreadableReason {
    private static final String COMPARE = "compare it with the source";

    private UnreadableReason() {}

    static Unreadable letters() {
        return new Unreadable("holds letters", "write digits only, without an extension");
    }

    static Unreadable severalNumbers() {
        return new Unreadable("holds more than one number", "write one number in each row");
    }

    static Unreadable noNumber() {
        return new Unreadable("is no phone number", "write it as +12025550123");
    }

    static Unreadable severalMeanings() {
        return new Unreadable("can be two different numbers", "write the one that is meant with a plus: +12025550123");
    }

    static Unreadable codeDoubled() {
        return new Unreadable(
                "begins with the country's own code, and is a number with and without it",
                "write the plus if the code is there, or the leading zero if it is a number within the country");
    }

    static Unreadable zeroBeforeCode() {
        return new Unreadable(
                "begins with a zero and the country's own code", "write it with a plus, such as +12025550123");
    }

    static Unreadable noCountry() {
        return new Unreadable(
                "has no country code", "write it as +12025550123, or give --country, such as --country US");
    }

    static Unreadable of(Length length, boolean hasCountry) {
        return switch (length) {
            case TOO_SHORT -> new Unreadable("has too few digits", COMPARE);
            case TOO_LONG -> new Unreadable("has too many digits", COMPARE);
            case NO_SUCH_COUNTRY ->
                hasCountry ? new Unreadable("has a country code that does not exist", COMPARE) : noCountry();
            case NOT_USED, POSSIBLE -> new Unreadable("has a length that its country does not use", COMPARE);
            case NO_NUMBER -> noNumber();
        };
    }
}
