package dev.muster.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The table of calling codes says the same as libphonenumber, which takes long to load. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainFormTest {
    private static final Path FILE = Path.of("src/main/resources/dev/muster/number/plain-forms.properties");
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @Test
    void the_table_is_that_of_libphonenumber() throws IOException {
        var file = FILE;
        var written = written();
        if (Boolean.getBoolean("muster.numbers.write")) {
            Files.writeString(file, written);
        }
        assertThat(Files.readString(file))
                .as("%s differs from libphonenumber; write it anew with -Dmuster.numbers.write=true", file)
                .isEqualTo(written);
    }

    @Test
    void a_number_is_plain_where_libphonenumber_would_give_it_back_as_it_is() {
        var form = new PlainForm();
        for (var region : NUMBERS.getSupportedRegions()) {
            var number = NUMBERS.format(
                    Optional.ofNullable(NUMBERS.getExampleNumber(region)).orElseThrow(),
                    PhoneNumberUtil.PhoneNumberFormat.E164);
            if (form.has(number)) {
                assertThat(NumberPlans.international(number).e164()).isEqualTo(number);
            }
        }
        assertThat(form.has("+12025550123")).isTrue();
        assertThat(form.has("+4917139200012")).isTrue();
        assertThat(form.has("+49017139200012")).isFalse();
        assertThat(form.has("+99912345678")).isFalse();
        assertThat(form.has("+1202555012")).isFalse();
    }

    private static String written() {
        var rows = new TreeMap<Integer, String>();
        for (int code : new TreeSet<>(NUMBERS.getSupportedCallingCodes())) {
            rows.put(code, trunk(code) + " " + lengths(code));
        }
        return "# The calling codes of libphonenumber: the digit with which a trunk prefix begins, 0 where there is none,\n"
                + "# and the possible lengths of national numbers. A test writes this file.\n"
                + rows.entrySet().stream()
                        .map(row -> row.getKey() + " = " + row.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static char trunk(int code) {
        return Optional.of(NUMBERS.getRegionCodeForCountryCode(code))
                .filter(region -> !region.equals("001"))
                .map(region -> NUMBERS.getNddPrefixForRegion(region, true))
                .filter(prefix -> !prefix.isEmpty())
                .map(prefix -> prefix.charAt(0))
                .orElse('0');
    }

    /** Whether a length is possible does not depend on the digits. */
    private static String lengths(int code) {
        return IntStream.range(1, 15)
                .filter(digits -> NUMBERS.isPossibleNumberWithReason(new PhoneNumber()
                                .setCountryCode(code)
                                .setNationalNumber(Long.parseLong("5".repeat(digits))))
                        == ValidationResult.IS_POSSIBLE)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }
}
