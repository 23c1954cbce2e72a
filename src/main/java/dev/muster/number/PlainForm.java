package dev.muster.number;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Whether a text is a number in E.164 that cannot be written shorter, so that libphonenumber would give it back as it is.
 * Taking a number apart costs about ten microseconds, and nearly all of a million contacts are written like this.
 */
final class PlainForm {
    private static final int LONGEST = 15;
    private static final int MOST_CODE_DIGITS = 3;
    private static final String NO_REGION = "001";

    /** Codes of carriers within the country, which libphonenumber leaves out wherever they stand for one. */
    private static final List<String> CARRIERS = List.of("+35215", "+50619", "+5590", "+8611", "+8612", "+86179");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final AtomicReferenceArray<Country> countries = new AtomicReferenceArray<>(1000);

    /**
     * What a calling code allows.
     *
     * @param lengths bit n where national numbers of n digits are possible
     * @param trunk the digit with which a trunk prefix begins; one that begins a national number needs a closer look
     */
    private record Country(boolean exists, int lengths, int trunk) {
        private static final Country NONE = new Country(false, 0, 0);

        boolean allows(int digits, char first) {
            return (lengths & 1 << digits) != 0 && first != '0' && first != trunk;
        }
    }

    boolean has(String text) {
        int digits = text.length() - 1;
        if (digits < 2 || digits > LONGEST || text.charAt(0) != '+' || text.charAt(1) == '0' || !isDigits(text)) {
            return false;
        }
        int code = 0;
        for (int length = 1; length <= MOST_CODE_DIGITS && length < digits; length++) {
            code = code * 10 + text.charAt(length) - '0';
            var country = country(code);
            if (country.exists()) {
                return country.allows(digits - length, text.charAt(length + 1))
                        && CARRIERS.stream().noneMatch(text::startsWith);
            }
        }
        return false;
    }

    private static boolean isDigits(String text) {
        for (int at = 1; at < text.length(); at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }

    private Country country(int code) {
        var known = countries.get(code);
        if (known != null) {
            return known;
        }
        var found = numbers.getSupportedCallingCodes().contains(code) ? read(code) : Country.NONE;
        countries.set(code, found);
        return found;
    }

    private Country read(int code) {
        int lengths = 0;
        for (int digits = 1; digits < LONGEST; digits++) {
            lengths |= isPossible(code, digits) ? 1 << digits : 0;
        }
        var trunk = Optional.of(numbers.getRegionCodeForCountryCode(code))
                .filter(region -> !region.equals(NO_REGION))
                .map(region -> numbers.getNddPrefixForRegion(region, true))
                .filter(prefix -> !prefix.isEmpty())
                .map(prefix -> prefix.charAt(0));
        return new Country(true, lengths, trunk.orElse('0'));
    }

    /** Whether a length is possible does not depend on the digits. */
    private boolean isPossible(int code, int digits) {
        var number = new PhoneNumber().setCountryCode(code).setNationalNumber(Long.parseLong("5".repeat(digits)));
        return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }
}
