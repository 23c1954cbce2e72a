package dev.muster.number;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Whether a text is a number in E.164 that cannot be written shorter, so that libphonenumber would give it back as it is.
 * Taking a number apart costs about ten microseconds, loading its tables about half a second, and nearly all of a million
 * contacts are written like this.
 */
final class PlainForm {
    private static final int LONGEST = 15;
    private static final int MOST_CODE_DIGITS = 3;
    private static final String FILE = "plain-forms.properties";

    /** Codes of carriers within the country, which libphonenumber leaves out wherever they stand for one. */
    private static final List<String> CARRIERS = List.of("+35215", "+50619", "+5590", "+8611", "+8612", "+86179");

    private final Map<Integer, Country> countries = published();

    /**
     * What a calling code allows.
     *
     * @param lengths bit n where national numbers of n digits are possible
     * @param trunk the digit with which a trunk prefix begins; one that begins a national number needs a closer look
     */
    record Country(boolean exists, int lengths, char trunk) {
        private static final Country NONE = new Country(false, 0, '0');

        /** Reads {@code 0 9 10}: the digit of the trunk prefix, then the lengths. */
        private static Country of(String written) {
            var words = List.of(written.split(" ", -1));
            int lengths = words.stream().skip(1).mapToInt(Integer::parseInt).reduce(0, (all, one) -> all | 1 << one);
            return new Country(true, lengths, words.get(0).charAt(0));
        }

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
        return countries.getOrDefault(code, Country.NONE);
    }

    /** What each calling code allows, as it came with this version of Muster; a test holds it against libphonenumber. */
    static Map<Integer, Country> published() {
        try (var file = PlainForm.class.getResourceAsStream(FILE)) {
            var read = new Properties();
            read.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
            return read.stringPropertyNames().stream()
                    .collect(
                            Collectors.toUnmodifiableMap(Integer::valueOf, code -> Country.of(read.getProperty(code))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
