package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Severity;
import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.project.Restrictions.UsMarketing;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestrictionGuardsTest {
    @ParameterizedTest
    @CsvSource({"9, true", "10, false", "11, false"})
    void an_audience_below_the_minimum_is_refused(int people, boolean refused) {
        var proposals = Proposals.to(people).bounds(OptionalInt.of(10), OptionalDouble.empty());

        assertThat(stops(new MinReach(), proposals)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"120, false", "121, true", "50, false"})
    void an_audience_that_grew_more_than_allowed_is_refused(int people, boolean refused) {
        var proposals = Proposals.to(people)
                .bounds(OptionalInt.empty(), OptionalDouble.of(0.2))
                .after(sentTo(100));

        assertThat(stops(new MaxGrowth(), proposals)).isEqualTo(refused);
    }

    @Test
    void growth_says_from_what() {
        var proposals = Proposals.to(150)
                .bounds(OptionalInt.empty(), OptionalDouble.of(0.2))
                .after(sentTo(100));

        assertThat(said(new MaxGrowth(), proposals))
                .contains("reaches 150 people, 50.0 % more than the 100 of last-year, the last send to this audience;"
                        + " the policy allows 20 %");
    }

    @Test
    void an_audience_that_was_never_sent_to_cannot_have_grown() {
        var growth = OptionalDouble.of(0.2);

        assertThat(said(new MaxGrowth(), Proposals.to(150).bounds(OptionalInt.empty(), growth)))
                .isEmpty();
        assertThat(said(
                        new MaxGrowth(),
                        Proposals.to(150).bounds(OptionalInt.empty(), growth).after(sentTo(0))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Sales Line, false", "+15550100100, false", "sales line, true", "Support Line, true"})
    void only_allowed_senders_send(String allowed, boolean refused) {
        var proposal = Proposals.to(1).allowing(List.of(allowed), List.of()).proposal();

        assertThat(new AllowedSenders().check(proposal.message()).anyMatch(Diagnostic::stops))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/sale, false",
        "https://EXAMPLE.com:443, false",
        "example.com, false",
        "https://shop.example.com, false",
        "https://a.b.shop.example.org/x, false",
        "https://example.org, true",
        "https://example.com@evil.example/, true",
        "https://evil.example/example.com, true",
        "https://example.com.evil.example, true",
        "https://notexample.com, true",
        "https://{shop}.example.org, true",
        "https://example.com\\@evil.example, true",
        "*https://example.com*, false",
        "_bit.ly/abc_, true",
        "Follow @bit.ly/abc, true",
        "exam\u200Bple.com, true",
        "https://xn--bcher-kva.example, true",
        "evil.example/sale, true",
        "www.evil.example, true",
        "HTTP://evil.example, true",
        "no link at all, false",
        "write to us@evil.example, true",
        "write to us@example.com, false",
        "it is 9.30 p.m. and 20.5 degrees, false"
    })
    void messages_lead_only_to_allowed_hosts(String text, boolean refused) {
        var allowed = List.of("example.com", "shop.example.com", "*.example.org");

        var proposal = Proposals.to(1).allowing(List.of(), allowed).text(text).proposal();

        assertThat(new AllowedLinkHosts().check(proposal.message()).anyMatch(Diagnostic::stops))
                .isEqualTo(refused);
    }

    @Test
    void without_a_list_everyone_may_send_and_link_anywhere() {
        var free = Proposals.to(1).text("https://evil.example");

        assertThat(new AllowedSenders().check(free.proposal().message())).isEmpty();
        assertThat(new AllowedLinkHosts().check(free.proposal().message())).isEmpty();
    }

    @Test
    void marketing_to_us_numbers_is_refused_where_the_category_is_known() {
        var people = Proposals.to("+12125550101", "+14165550101", "+4917139200012");

        assertThat(said(new UsMarketingPause(), people.category("MARKETING")))
                .contains("1 of 3 people have US numbers, to which WhatsApp has delivered no MARKETING template since"
                        + " 2025-04-01");
        assertThat(stops(new UsMarketingPause(), people.category("MARKETING"))).isTrue();
        assertThat(said(new UsMarketingPause(), people.category("UTILITY"))).isEmpty();
    }

    @Test
    void marketing_elsewhere_is_nobodys_concern() {
        assertThat(said(new UsMarketingPause(), Proposals.to("+14165550101").category("MARKETING")))
                .isEmpty();
    }

    @Test
    void an_unknown_category_is_worth_a_note_to_who_asked() {
        var people = Proposals.to("+12125550101");

        assertThat(said(new UsMarketingPause(), people)).isEmpty();
        assertThat(new UsMarketingPause()
                        .check(people.usMarketing(UsMarketing.REFUSE).proposal()))
                .hasValueSatisfying(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
    }

    @Test
    void marketing_to_us_numbers_can_be_allowed() {
        assertThat(said(
                        new UsMarketingPause(),
                        Proposals.to("+12125550101").category("MARKETING").usMarketing(UsMarketing.ALLOW)))
                .isEmpty();
    }

    private static Lock sentTo(int people) {
        var attempt = Records.attempt(Records.campaign("last-year/1"));
        var counted = new Attempt(
                attempt.identity(),
                attempt.marker(),
                attempt.fingerprint(),
                attempt.payload(),
                attempt.plan(),
                attempt.nonce(),
                attempt.run(),
                attempt.at(),
                attempt.notAfter(),
                new AudienceCounts(people, people, 0),
                Optional.empty());
        return Records.lock(Records.confirmed(LockEntry.intend(Optional.empty(), counted)));
    }

    private static Optional<String> said(Guard guard, Proposals proposals) {
        return guard.check(proposals.proposal()).map(Diagnostic::message);
    }

    private static boolean stops(Guard guard, Proposals proposals) {
        return guard.check(proposals.proposal()).filter(Diagnostic::stops).isPresent();
    }
}
