package dev.muster.contacts;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Brings numbers as people and spreadsheets write them to E.164, by libphonenumber's tables. What it cannot be sure of it
 * does not guess: a number without a country code needs a country, one in scientific notation has lost digits. No reading
 * quotes the number.
 */
final class NumberReader {
    private static final String NO_COUNTRY = "ZZ";
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");
    private static final NumberReading.Blank BLANK = new NumberReading.Blank();

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Optional<String> country;

    NumberReader(Optional<String> country) {
        this.country = country;
    }

    /** Whether libphonenumber knows this region. */
    static boolean isCountry(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    NumberReading read(String written) {
        var bare = written.strip();
        if (bare.isEmpty()) {
            return BLANK;
        }
        if (SCIENTIFIC.matcher(bare).matches()) {
            return new NumberReading.Unreadable(
                    "is in scientific notation and has lost digits", "format the column as text and export it again");
        }
        // our own exports put an apostrophe before a plus, so that a spreadsheet takes it for text
        return bare.codePoints().anyMatch(Character::isLetter)
                ? letters()
                : parse(bare.startsWith("'+") ? bare.substring(1) : bare, written);
    }

    private static NumberReading letters() {
        return new NumberReading.Unreadable("holds letters", "write digits only, without an extension");
    }

    private NumberReading parse(String bare, String written) {
        try {
            var number = numbers.parse(bare, country.orElse(NO_COUNTRY));
            return number.hasExtension() ? letters() : judged(number, written);
        } catch (NumberParseException e) {
            return unreadable(e.getErrorType(), bare.startsWith("+") || country.isPresent());
        }
    }

    private NumberReading judged(PhoneNumber number, String written) {
        return switch (numbers.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> read(number, written);
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> tooShort();
            case TOO_LONG -> tooLong();
            case INVALID_COUNTRY_CODE, INVALID_LENGTH ->
                new NumberReading.Unreadable(
                        "has a length that its country does not use", "compare it with the source");
        };
    }

    private NumberReading.Read read(PhoneNumber number, String written) {
        var e164 = numbers.format(number, PhoneNumberFormat.E164);
        return new NumberReading.Read(e164, !e164.equals(written), numbers.isValidNumber(number));
    }

    private static NumberReading unreadable(NumberParseException.ErrorType why, boolean hasCountry) {
        return switch (why) {
            case INVALID_COUNTRY_CODE -> countryCode(hasCountry);
            case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> tooShort();
            case TOO_LONG -> tooLong();
            case NOT_A_NUMBER -> new NumberReading.Unreadable("is no phone number", "write it as +12025550123");
        };
    }

    private static NumberReading countryCode(boolean hasCountry) {
        return hasCountry
                ? new NumberReading.Unreadable("has a country code that does not exist", "compare it with the source")
                : new NumberReading.Unreadable(
                        "has no country code", "write it as +12025550123, or give --country, such as --country US");
    }

    private static NumberReading tooShort() {
        return new NumberReading.Unreadable("has too few digits", "compare it with the source");
    }

    private static NumberReading tooLong() {
        return new NumberReading.Unreadable("has too many digits", "compare it with the source");
    }
}
