package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.Roster;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.Severity;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.Restrictions.Frequency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often one person, and how many people in a day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FrequencyTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Frequency ONCE_A_DAY = new Frequency(1, Duration.ofDays(1));

    private final Proposals ten = Proposals.to(10);
    private final Roster people = roster(ten);

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT23H59M59S, true", "PT24H, false", "PT-23H, true", "PT-24H, false"})
    void a_message_too_many_within_the_span_is_refused(Duration earlier, boolean refused) {
        assertThat(tooOften(ONCE_A_DAY, other("news", NOON.minus(earlier))).isPresent())
                .isEqualTo(refused);
    }

    @Test
    void as_many_as_are_allowed_are_kept() {
        var twice = new Frequency(2, Duration.ofDays(1));

        assertThat(tooOften(twice, other("news", NOON))).isEmpty();
        assertThat(tooOften(twice, other("news", NOON), other("sale", NOON)))
                .contains("10 of 10 people would be messaged too often: 10 also get news, 10 also get sale; the policy"
                        + " allows 2 within 1 day");
    }

    @Test
    void a_send_of_the_past_counts_as_one_to_come_and_is_named_as_such() {
        assertThat(tooOften(
                        ONCE_A_DAY,
                        EarlierOrPlannedSend.before(new CampaignKey("news"), NOON.minusSeconds(60), people)))
                .contains("10 of 10 people would be messaged too often: 10 also get news (sent before); the policy"
                        + " allows 1 within 1 day");
    }

    @Test
    void sends_on_both_sides_count_together_only_within_one_span() {
        var twice = new Frequency(2, Duration.ofDays(1));
        var before = other("before", NOON.minus(Duration.ofHours(13)));

        assertThat(tooOften(twice, before, other("after", NOON.plus(Duration.ofHours(11)))))
                .isEmpty();
        assertThat(tooOften(twice, before, other("after", NOON.plus(Duration.ofHours(10)))))
                .isPresent();
    }

    @Test
    void a_send_whose_people_are_not_known_any_more_may_have_gone_to_as_many_as_it_reached() {
        assertThat(tooOften(ONCE_A_DAY, lost("news", 4)))
                .contains("up to 4 of 10 people would be messaged too often: which 4 people news (sent before)"
                        + " reached is not known any more; the policy allows 1 within 1 day");
        assertThat(tooOften(ONCE_A_DAY, lost("news", 99)).orElseThrow()).startsWith("up to 10 of 10 people");
        assertThat(tooOften(ONCE_A_DAY, lost("adopted", 0)).orElseThrow())
                .startsWith("up to 10 of 10 people would be messaged too often: whom adopted (sent before) reached is");
    }

    @Test
    void a_send_whose_people_are_not_known_any_more_is_no_concern_where_one_more_is_allowed() {
        assertThat(tooOften(new Frequency(2, Duration.ofDays(1)), lost("news", 4)))
                .isEmpty();
    }

    private static EarlierOrPlannedSend lost(String key, int people) {
        return EarlierOrPlannedSend.uncounted(new CampaignKey(key), NOON.minusSeconds(60), people);
    }

    @Test
    void people_whom_nobody_can_list_cannot_be_counted() {
        var unknown = Proposals.toAtMost(5).atMost(ONCE_A_DAY).proposal();

        assertThat(MaxMessagesPerPerson.check(unknown, List.of()).map(Diagnostic::message))
                .contains(
                        "who is reached is not known, so messages per person cannot be counted; the policy allows 1 within 1 day");
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "201, WARNING", "250, WARNING", "251, ERROR"})
    void the_limit_of_whatsapp_warns_at_four_fifths_and_refuses_beyond(int count, String severity) {
        var findings = MessagingLimitGuard.check(List.of(batch(NOON, count)), List.of(), 250, Place.NOWHERE);

        assertThat(findings.stream().map(finding -> finding.severity().name()))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity));
    }

    @ParameterizedTest
    @CsvSource({"PT23H59M, ERROR", "PT24H, ''"})
    void what_was_sent_within_the_day_before_counts(Duration earlier, String severity) {
        var findings = MessagingLimitGuard.check(
                List.of(batch(NOON, 200)), List.of(batch(NOON.minus(earlier), 200)), 250, Place.NOWHERE);

        assertThat(findings.stream().map(finding -> finding.severity().name()))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity));
    }

    @Test
    void what_was_sent_before_alone_is_no_concern_of_the_plan() {
        assertThat(MessagingLimitGuard.check(List.of(), List.of(batch(NOON, 900)), 250, Place.NOWHERE))
                .isEmpty();
    }

    @Test
    void the_same_people_are_counted_once() {
        var many = Proposals.to(230);
        var batch = new MessagingLimitGuard.Batch(NOON, 230, Optional.of(roster(many)));

        assertThat(MessagingLimitGuard.check(List.of(batch, batch), List.of(), 250, Place.NOWHERE))
                .extracting(Diagnostic::severity, Diagnostic::message)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        Severity.WARNING,
                        "230 people would be messaged within 24 hours; WhatsApp lets this business message 250"));
    }

    @Test
    void a_limit_that_whatsapp_does_not_have_is_pointed_out() {
        assertThat(MessagingLimitGuard.check(List.of(), List.of(), 20_000, Place.NOWHERE))
                .extracting(Diagnostic::id)
                .containsExactly("policy/messaging-limit-unknown");
    }

    @Test
    void every_row_of_the_rules_has_its_date_and_source() {
        var rules = WhatsappRules.published();

        assertThat(rules.messagingLimits()).isSorted().contains(250, 100_000);
        assertThat(rules.span()).isEqualTo(Duration.ofHours(24));
        assertThat(Stream.of(rules.limits(), rules.hours(), rules.undeliveredToUs()))
                .allSatisfy(row -> assertThat(row.source()).startsWith("https://"));
    }

    private Optional<String> tooOften(Frequency frequency, EarlierOrPlannedSend... others) {
        var proposal = ten.atMost(frequency).from(NOON.toString()).proposal();
        return MaxMessagesPerPerson.check(proposal, List.of(others)).map(Diagnostic::message);
    }

    private EarlierOrPlannedSend other(String key, Instant at) {
        return EarlierOrPlannedSend.planned(new CampaignKey(key), at, people);
    }

    private static MessagingLimitGuard.Batch batch(Instant at, int count) {
        return new MessagingLimitGuard.Batch(at, count, Optional.empty());
    }

    private static Roster roster(Proposals proposals) {
        return proposals.proposal().known().orElseThrow().funnel().roster();
    }
}
