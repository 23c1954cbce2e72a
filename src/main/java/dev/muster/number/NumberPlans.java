package dev.muster.number;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** The numbering plans of all countries, which are libphonenumber's; loaded when the first number is read. */
final class NumberPlans {
    private static final String NO_COUNTRY = "ZZ";
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private NumberPlans() {}

    static boolean isCountry(String region) {
        return NUMBERS.getSupportedRegions().contains(region);
    }

    /** The digits of a region's calling code. */
    static String callingCode(String region) {
        return Integer.toString(NUMBERS.getCountryCodeForRegion(region));
    }

    /** Whether the country's plan has such numbers. */
    static boolean isAssigned(String e164) {
        try {
            return NUMBERS.isValidNumber(NUMBERS.parse(e164, NO_COUNTRY));
        } catch (NumberParseException e) {
            return false;
        }
    }

    static Parsed international(String text) {
        return parsed(text, NO_COUNTRY);
    }

    static Parsed national(String text, String region) {
        return parsed(text, region);
    }

    /** Of a trunk prefix that was written twice only one is taken off at a time. */
    private static Parsed parsed(String text, String region) {
        var once = parsedOnce(text, region);
        return once.e164().isEmpty() || once.e164().equals(text) ? once : parsed(once.e164(), NO_COUNTRY);
    }

    private static Parsed parsedOnce(String text, String region) {
        try {
            var number = NUMBERS.parse(text, region);
            return new Parsed(
                    NUMBERS.format(number, PhoneNumberFormat.E164), reach(number), NUMBERS.isValidNumber(number));
        } catch (NumberParseException e) {
            return new Parsed("", reach(e.getErrorType()), false);
        }
    }

    /** What became of a text: whether it can be a number at all, and whether its country's plan has such numbers. */
    record Parsed(String e164, Length length, boolean isAssigned) {
        boolean isPossible() {
            return length == Length.POSSIBLE;
        }
    }

    /** How many digits a text has, against what its country uses. */
    enum Length {
        POSSIBLE,
        TOO_SHORT,
        TOO_LONG,
        NOT_USED,
        NO_SUCH_COUNTRY,
        NO_NUMBER
    }

    private static Length reach(PhoneNumber number) {
        return switch (NUMBERS.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> Length.POSSIBLE;
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> Length.TOO_SHORT;
            case TOO_LONG -> Length.TOO_LONG;
            case INVALID_LENGTH -> Length.NOT_USED;
            case INVALID_COUNTRY_CODE -> Length.NO_SUCH_COUNTRY;
        };
    }

    private static Length reach(NumberParseException.ErrorType why) {
        return switch (why) {
            case INVALID_COUNTRY_CODE -> Length.NO_SUCH_COUNTRY;
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> Length.TOO_SHORT;
            case TOO_LONG -> Length.TOO_LONG;
            case NOT_A_NUMBER -> Length.NO_NUMBER;
        };
    }
}
