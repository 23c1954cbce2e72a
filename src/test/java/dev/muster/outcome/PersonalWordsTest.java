package dev.muster.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.ContactId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error text is shown without what tells who the person is, and otherwise as it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonalWordsTest {
    private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

    private static Delivery row(String name, String number, String status, OptionalInt code, String error) {
        return new Delivery(
                "log_1",
                Optional.of(new ContactId("3c0ffee0-0000-4000-8000-000000000001")),
                name,
                number,
                status,
                Optional.of(AT),
                Optional.empty(),
                Optional.empty(),
                code,
                Optional.of(error),
                Optional.of("wamid.HBgLMTU1NTAxMDAxMDA"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jane Smith    | Jane is not on WhatsApp                       | … is not on WhatsApp
            Jane Smith    | SMITH, JANE cannot be reached                 | …, … cannot be reached
            José Álvarez  | Jose Alvarez did not accept                   | … did not accept
            Ann           | Annual limit reached for Ann                  | Annual limit reached for …
            Bo Li         | Bo opted out                                  | … opted out
            王小明        | 号码王小明无效                                | 号码…无效
            İsmail        | user İSMAIL unknown                           | user … unknown
            Jane Smith    | to +1 (555) 010-0142 failed                   | to … failed
            Jane Smith    | number ending in 0142 is invalid              | number ending in … is invalid
            Jane Smith    | 15550100142@c.us is unknown                   | … is unknown
            Jane Smith    | mail jane.s@example.com bounced               | mail … bounced
            Jane Smith    | number ٠١٥٥٥٠١٠٠١٤٢ is invalid                | number … is invalid
            Jane Smith    | message wamid.HBgLMTU1NTAxMDAxMDA expired     | message … expired
            Jane Smith    | contact 3c0ffee0-0000-4000-8000-000000000001  | contact …
            Jane Smith    | (#131026) Message undeliverable               | (#131026) Message undeliverable
            Jane Smith    | 130472: part of an experiment since 2024      | 130472: part of an experiment since 2024
            ''            | Message undeliverable                         | Message undeliverable
            J             | Just a test, J                                | Just a test, J
            """)
    void names_and_numbers_are_hidden_in_any_form(String name, String error, String shown) {
        assertThat(row(name, "+15550100142", "failed", OptionalInt.empty(), error)
                        .impersonalError())
                .contains(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "delivered, 131026, true",
        "READ, 131026, true",
        "delivered, 0, false",
        "sent, 131026, false",
        "failed, 131026, false"
    })
    void what_arrived_with_a_code_of_failure_cannot_be(String status, int code, boolean contradictory) {
        assertThat(row("Jane", "+15550100142", status, OptionalInt.of(code), "x")
                        .isContradictory())
                .isEqualTo(contradictory);
    }
}
