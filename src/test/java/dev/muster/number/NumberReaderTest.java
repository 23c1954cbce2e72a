package dev.muster.number;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberReaderTest {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+13125550142",
                "+1 (312) 555-0142",
                "+1\u00a0312\u00a0555\u00a00142",
                "+1\u202f312\u202f555\u202f0142",
                "+1.312.555.0142",
                "+1/312/555/0142",
                "+1\u2011312\u2013555\u20140142",
                "\u202a+13125550142\u202c",
                "\u2066+1 312\u200b555\ufeff0142\u2069",
                "+\u0661\u0663\u0661\u0662\u0665\u0665\u0665\u0660\u0661\u0664\u0662",
                "\uff0b\uff11\uff13\uff11\uff12\uff15\uff15\uff15\uff10\uff11\uff14\uff12",
                "+\u0967\u0969\u0967\u0968\u096b\u096b\u096b\u0966\u0967\u096a\u0968",
                "\u27951 312 555 0142",
                "0013125550142",
                "00 1 312 555 0142",
                "+0013125550142",
                "011 1 312 555 0142",
                "0011 1 312 555 0142",
                "13125550142",
                "1 312 555 0142",
                "(+1) 312 555 0142",
                "+(1) 312-555-0142",
                "+1 1 312 555 0142",
                "'+13125550142",
                "\u2019+13125550142",
                "=\"+13125550142\"",
                "\"+13125550142\"",
                "\t+13125550142\r\n",
                "+1 312\n555 0142",
                "whatsapp:+13125550142",
                "WhatsApp: +1 312 555 0142",
                "whatsapp://send?phone=13125550142&text=Hi",
                "https://wa.me/13125550142",
                "wa.me/13125550142?text=Hello%20you",
                "https://api.whatsapp.com/send?phone=13125550142",
                "tel:+1-312-555-0142",
                "TEL:+13125550142;isub=7",
                "tel:312-555-0142;phone-context=+1",
                "Tel.: +1 312 555 0142",
                "sms:+13125550142?body=Hi",
                "13125550142@c.us",
                "13125550142@s.whatsapp.net",
                "13125550142:12@s.whatsapp.net",
                "+1 312 555 0142 ext. 7",
                "+1 312 555 0142 x7",
                "+1 312 555 0142 #7",
                "tel:+1-312-555-0142;ext=7"
            })
    void reads_one_number_in_all_the_ways_in_which_it_is_written(String written) {
        assertThat(Account.of(written)).map(Account::number).contains("+13125550142");
    }

    @ParameterizedTest
    @CsvSource({
        "+49 (0)171 1234567, +491711234567",
        "+49 [0] 171/1234567, +491711234567",
        "+4901711234567, +491711234567",
        "0049 (0) 171-1234567, +491711234567",
        "49 0171 1234567, +491711234567",
        "+44 (0) 20 7946 0018, +442079460018",
        "+39 06 6982 0001, +390669820001",
        "+39 (0)6 6982 0001, +390669820001",
        "+39 (0)338 123 4567, +393381234567",
        "+36 06 20 123 4567, +36201234567",
        "+7 8 912 345-67-89, +79123456789",
        "+370 8 612 34567, +37061234567",
        "+62 0812 3456789, +628123456789",
        "+54 11 15 2345-6789, +5491123456789",
        "+54 9 11 2345-6789, +5491123456789",
        "+55 (11) 8888-7777, +5511988887777",
        "551188887777, +5511988887777",
        "whatsapp:+551188887777, +5511988887777",
        "+55 11 98888-7777, +5511988887777",
        "+52 1 55 1234 5678, +525512345678",
        "5215512345678@c.us, +525512345678",
        "+229 97 12 34 56, +2290197123456",
        "+225 07 12 34 56, +2250707123456"
    })
    void leaves_out_what_is_dialled_within_a_country_and_keeps_one_spelling_of_an_account(String written, String e164) {
        assertThat(Account.of(written)).map(Account::number).contains(e164);
    }

    /** The numbers of fiction are no number of anybody, and are read all the same. */
    @ParameterizedTest
    @CsvSource({"+15550110042", "15550110042", "447700900123", "+491713920012"})
    void reads_a_number_that_nobody_has(String written) {
        assertThat(Account.of(written))
                .map(Account::number)
                .contains(written.startsWith("+") ? written : "+" + written);
    }

    @ParameterizedTest
    @CsvSource({
        "551128887777, a fixed line of eight digits",
        "551178887777, a trunked radio",
        "+551133334444, a fixed line"
    })
    void never_takes_a_number_that_can_be_given_out_for_another_one(String written, String why) {
        var own = "+" + written.replace("+", "");

        assertThat(Account.of(written)).as(why).map(Account::number).contains(own);
    }

    @ParameterizedTest
    @CsvSource({
        "+541123456789, +5491123456789, true",
        "+551178887777, +5511978887777, true",
        "+390549886377, +3780549886377, true",
        "+551128887777, +5511928887777, false",
        "+13125550142, +13125550143, false",
        "+541123456789, +5491123456780, false"
    })
    void says_that_two_are_likely_one_where_both_can_be_given_out(String one, String other, boolean isLikely) {
        assertThat(account(one).equals(account(other))).isFalse();
        assertThat(account(one).isLikely(account(other))).isEqualTo(isLikely);
        assertThat(account(other).isLikely(account(one))).isEqualTo(isLikely);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n/a",
                "-",
                "+",
                "0",
                "12",
                "0171 1234567",
                "(312) 555-0142",
                "+999 123 45678",
                "+1312555014",
                "+131255501420",
                "+13125550142 / +13125550143",
                "+13125550142, +13125550143",
                "+13125550142; 13125550143",
                "+13125550142\n+13125550143",
                "+1312555O142",
                "1.3125550142E+10",
                "1,3125550142e10",
                "13125550142.0",
                "+13125550142.0",
                "13,125,550,142",
                "13'125'550'142",
                "13.125.550.142,00",
                "\ufffd13125550142",
                "120363025246125486@g.us",
                "13125550142@lid",
                "ada@example.com",
                "+1 312 555 0142 ext"
            })
    void takes_nothing_for_a_number_that_is_none(String written) {
        assertThat(Account.of(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "'", "\"\""})
    void takes_nothing_written_for_nothing(String written) {
        assertThat(people("DE", written)).isInstanceOf(ParsedNumber.Blank.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DE|0171 1234567|+491711234567",
                "DE|1711234567|+491711234567",
                "DE|0049 171 1234567|+491711234567",
                "DE|(0171) 12 34 567|+491711234567",
                "AR|011 15-2345-6789|+5491123456789",
                "AR|11 2345-6789|+541123456789",
                "BR|(11) 98888-7777|+5511988887777",
                "BR|11 8888-7777|+5511988887777",
                "MX|55 1234 5678|+525512345678",
                "US|(312) 555-0142|+13125550142",
                "US|1-312-555-0142|+13125550142",
                "US|011 49 171 1234567|+491711234567",
                "AU|0011 49 171 1234567|+491711234567",
                "JP|010 49 171 1234567|+491711234567",
                "JP|090-1234-5678|+819012345678",
                "FR|06 12 34 56 78|+33612345678",
                "IT|338 123 4567|+393381234567",
                "GB|07911 123456|+447911123456",
                "IN|098765 43210|+919876543210",
                "ES|612.345.678|+34612345678",
                "PL|512-345-678|+48512345678"
            })
    void reads_a_number_within_its_country(String region, String written, String e164) {
        assertThat(people(region, written)).isEqualTo(new ParsedNumber.Read(e164, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DE|491711234567|country's own code",
                "DE|49 171 1234567|country's own code",
                "IN|091 98765 43210|a zero and the country's own code",
                "IN|091-9876543210|a zero and the country's own code",
                "GB|044 7911 123456|a zero and the country's own code",
                "AU|061 412 345 678|a zero and the country's own code",
                "DE|1711234501.0|decimal",
                "DE|1711234501,0|decimal",
                "DE|1711234501.00|decimal",
                "DE|'1711234501.0|decimal",
                "DE|1.711234501E9|scientific",
                "DE|1,711234501E+09|scientific",
                "DE|1,711,234,501|thousands",
                "DE|1.711.234.501,00|thousands",
                "DE|1 711 234 501,0|thousands",
                "IN|91,98,76,54,321|thousands",
                "DE|0171 1234567, 0172 1234567|more than one",
                "ZZ|491711234567|no country code"
            })
    void guesses_nothing(String region, String written, String why) {
        assertThat(people(region, written))
                .isInstanceOfSatisfying(
                        ParsedNumber.Unreadable.class,
                        no -> assertThat(no.why()).contains(why));
    }

    /** What is written with the country's code and without the plus is read as that number or not at all. */
    @Test
    void never_doubles_a_country_code_in_any_region() throws NumberParseException {
        for (var region : NUMBERS.getSupportedRegions()) {
            for (var type : List.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE)) {
                var example = NUMBERS.getExampleNumberForType(region, type);
                if (example != null) {
                    var e164 = NUMBERS.format(example, PhoneNumberFormat.E164);
                    assertThat(people(region, e164.substring(1)))
                            .as("%s %s", region, e164)
                            .satisfiesAnyOf(
                                    reading -> assertThat(reading)
                                            .isEqualTo(new ParsedNumber.Read(
                                                    account(e164).number(), false)),
                                    reading -> assertThat(reading).isInstanceOf(ParsedNumber.Unreadable.class));
                }
            }
        }
    }

    /** However a country writes its own numbers, they are read as that number: within the country, and from abroad. */
    @Test
    void reads_the_example_of_every_region_in_all_its_forms() {
        for (var region : NUMBERS.getSupportedRegions()) {
            var example = NUMBERS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
            if (example != null) {
                var number =
                        account(NUMBERS.format(example, PhoneNumberFormat.E164)).number();
                for (var form : List.of(PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966)) {
                    assertThat(Account.of(NUMBERS.format(example, form)))
                            .map(Account::number)
                            .as(region)
                            .contains(number);
                }
                assertThat(people(region, NUMBERS.format(example, PhoneNumberFormat.NATIONAL)))
                        .as(region)
                        .isEqualTo(new ParsedNumber.Read(number, false));
            }
        }
    }

    /** The short cut past libphonenumber changes nothing, for any calling code and any digits. */
    @Test
    void takes_the_short_cut_only_where_libphonenumber_would_give_the_number_back() throws NumberParseException {
        var plain = new PlainForm();
        var chance = new Random(20261130);
        int taken = 0;
        for (int code : NUMBERS.getSupportedCallingCodes()) {
            for (int tries = 0; tries < 200; tries++) {
                var written = "+" + code + digits(chance, 4 + chance.nextInt(9));
                if (plain.has(written)) {
                    taken++;
                    var read = NUMBERS.parse(written, "ZZ");
                    assertThat(NUMBERS.format(read, PhoneNumberFormat.E164)).isEqualTo(written);
                    assertThat(NUMBERS.isPossibleNumber(read)).as(written).isTrue();
                }
            }
        }
        assertThat(taken).isGreaterThan(10_000);
    }

    @Test
    void has_a_date_and_a_source_for_every_country_with_two_spellings() {
        assertThat(TwoSpellings.published()).hasSizeGreaterThan(5).allSatisfy(row -> {
            assertThat(row.source()).startsWith("https://");
            assertThat(row.asOf()).isNotNull();
        });
    }

    /** What is read is read again as the same, whatever was written. */
    @Test
    void comes_to_rest_after_one_reading() {
        var chance = new Random(7);
        var signs = "+0123456789 ()-.";
        for (int tries = 0; tries < 3_000; tries++) {
            var written = new StringBuilder();
            chance.ints(3 + chance.nextInt(16), 0, signs.length()).forEach(at -> written.append(signs.charAt(at)));
            Account.of(written.toString())
                    .ifPresent(account -> assertThat(Account.of(account.number()))
                            .as(written.toString())
                            .contains(account));
        }
    }

    private static Account account(String written) {
        return Account.of(written).orElseThrow();
    }

    private static ParsedNumber people(String region, String written) {
        return NumberReader.ofPeople(Optional.of(region).filter(NumberReader::isCountry))
                .read(written);
    }

    private static String digits(Random chance, int many) {
        return String.format(
                Locale.ROOT, "%0" + many + "d", Math.floorMod(chance.nextLong(), (long) Math.pow(10, many)));
    }
}
