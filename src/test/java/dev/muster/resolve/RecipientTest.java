package dev.muster.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.number.Account;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Worlds;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipientTest {
    @ParameterizedTest
    @CsvSource({
        "+4915112345693, +4915112345693.0",
        "+4915112345692, 4.915112345692E+12",
        "+4915112345687, ++4915112345687",
        "+4915112345689, 015112345689",
        "+15550119001, 5550119001",
        "+525512345699, +52 044 55 1234 5699",
        "+380501234567, 80501234567"
    })
    void a_single_message_goes_to_nobody_whose_number_a_suppressed_contact_has_in_a_form_that_cannot_be_read(
            String number, String damaged) {
        assertThat(recipient(number, damaged)).isEqualTo(new Recipient.Excluded(List.of("DNC")));
    }

    @ParameterizedTest
    @CsvSource({"+4915112345693, +4315112345693", "+4915112345693, 015112345694", "+4915112345693, 4.91511E+12"})
    void whose_digits_are_others_is_somebody_else(String number, String other) {
        assertThat(recipient(number, other)).isInstanceOf(Recipient.Free.class);
    }

    private static Recipient recipient(String number, String written) {
        var world = Worlds.small().contact(written, "DNC");
        return Recipient.of(new Account(number), world, ApplyHarness.SETTINGS, ApplyHarness.POLICY);
    }
}
