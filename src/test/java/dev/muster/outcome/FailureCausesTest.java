package dev.muster.outcome;

import static dev.muster.testing.LogRows.delivered;
import static dev.muster.testing.LogRows.failed;
import static dev.muster.testing.LogRows.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.outcome.FailureCodes.Again;
import dev.muster.outcome.FailureCodes.Meaning;
import dev.muster.testing.LogRows;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureCausesTest {
    private final FailureCodes codes = FailureCodes.published();

    private FailureCauses of(Delivery... rows) {
        var causes = new FailureCauses(codes);
        Stream.of(rows).forEach(causes::take);
        return causes;
    }

    /** The words that Meta and the API document use for a code, which stand alone where SeaX gives no code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            User is not registered on WhatsApp Business Platform                            | 131026
            Message Undeliverable                                                           | 131026
            This message was not delivered to maintain healthy ecosystem engagement.        | 131049
            This recipient has chosen to stop receiving marketing messages on WhatsApp from your business | 131050
            User's number is part of an experiment                                          | 130472
            Re-engagement message                                                           | 131047
            Spam rate limit hit                                                             | 131048
            (Business Account, Consumer Account) pair rate limit hit                        | 131056
            Business account is restricted from messaging users in this country.            | 130497
            Something went wrong                                                            | 131000
            Service unavailable                                                             | 131016
            Template does not exist                                                         | 132001
            Template is Paused                                                              | 132015
            (#131042) Business eligibility payment issue                                    | 131042
            """)
    void a_text_without_a_code_is_known_by_its_words(String error, int code) {
        assertThat(of(failed("a", error)).all())
                .extracting(FailureCauses.Cause::meaning)
                .containsExactly(codes.meaning(code));
    }

    @Test
    void equal_causes_are_one_and_the_most_frequent_is_the_first() {
        var causes = of(failed("a", 131050), failed("b", 131026), failed("c", "Message undeliverable"), delivered("d"));
        assertThat(causes.messages()).isEqualTo(4);
        assertThat(causes.failed()).isEqualTo(3);
        assertThat(causes.all())
                .extracting(cause -> cause.messages() + " × " + cause.name())
                .containsExactly("2 × 131026", "1 × 131050");
    }

    @Test
    void a_code_that_nobody_knows_stays_as_it_is_and_nothing_is_said_of_it() {
        assertThat(of(failed("a", 131999)).all())
                .containsExactly(new FailureCauses.Cause("131999", java.util.Optional.empty(), 1));
    }

    @Test
    void a_number_in_a_text_is_a_code_only_where_it_has_a_meaning_and_stands_alone() {
        assertThat(of(failed("a", "470 people, 131999 tries, call +1131026999")).all())
                .extracting(FailureCauses.Cause::meaning)
                .containsExactly(java.util.Optional.empty());
    }

    @Test
    void a_text_that_names_the_person_is_one_cause_for_all_of_them() {
        var causes = of(
                LogRows.of(
                        failed("a", "no route to +1 (555) 010-0100 of Ada Lovelace"), "Ada Lovelace", "+15550100100"),
                LogRows.of(
                        failed("b", "no route to +1 (555) 010-0199 of Grace Hopper"), "Grace Hopper", "+15550100199"));
        assertThat(causes.all())
                .extracting(cause -> cause.messages() + " × " + cause.name())
                .containsExactly("2 × no route to … of …");
    }

    @Test
    void texts_that_are_different_for_everybody_do_not_fill_the_memory() {
        var causes = new FailureCauses(codes);
        for (int i = 0; i < 10_000; i++) {
            causes.take(failed("a" + i, "cause " + i));
        }
        assertThat(causes.all()).hasSizeLessThan(200);
        assertThat(causes.all().stream()
                        .mapToLong(FailureCauses.Cause::messages)
                        .sum())
                .isEqualTo(10_000);
    }

    @Test
    void only_what_failed_has_a_cause() {
        assertThat(of(in("sent", "a"), in("undelivered", "b"), in("teleported", "c"), in("queued", "d"))
                        .failed())
                .isEqualTo(1);
    }

    @Test
    void who_opted_out_is_never_to_be_tried_again() {
        assertThat(codes.all().stream()
                        .filter(meaning -> meaning.again() == Again.NEVER)
                        .map(Meaning::code))
                .isEqualTo(List.of(131050));
    }

    @Test
    void every_code_says_what_to_do() {
        assertThat(codes.all())
                .hasSizeGreaterThan(30)
                .allSatisfy(meaning -> assertThat(meaning.remedy()).isNotBlank());
    }
}
