package dev.muster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Places;
import dev.muster.diagnostic.Severity;
import dev.muster.model.Dialect;
import dev.muster.model.Message;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import dev.muster.resolve.ResolvedCampaign;
import dev.muster.resolve.Resolver;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each guard at its boundary: just allowed, just refused, and where that is possible, accepted in writing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardsTest {
    private static final Policy NO_LIMITS = ApplyHarness.POLICY;

    @Test
    void reaching_somebody_is_fine_and_reaching_nobody_is_not() {
        assertThat(said(people(1), Definition.of("a/1"), NO_LIMITS)).isEmpty();
        assertThat(said(people(0), Definition.of("a/1"), NO_LIMITS))
                .containsExactly("error audience/nobody: nobody would get this");
    }

    @Test
    void the_reach_lies_within_what_the_author_expected() {
        var expecting = Definition.of("a/1").expecting(OptionalInt.of(3), OptionalInt.of(4));

        assertThat(said(people(3), expecting, NO_LIMITS)).isEmpty();
        assertThat(said(people(4), expecting, NO_LIMITS)).isEmpty();
        assertThat(said(people(2), expecting, NO_LIMITS))
                .containsExactly("error expect/reach-outside: reaches 2, expected at least 3 and at most 4");
        assertThat(said(people(5), expecting, NO_LIMITS))
                .containsExactly("error expect/reach-outside: reaches 5, expected at least 3 and at most 4");
    }

    @Test
    void an_expectation_cannot_be_acknowledged_away() {
        var stubborn = Definition.of("a/1")
                .expecting(OptionalInt.empty(), OptionalInt.of(1))
                .acknowledging("expect/reach-outside");

        assertThat(said(people(2), stubborn, NO_LIMITS))
                .containsExactly("error expect/reach-outside: reaches 2, expected at most 1");
    }

    @Test
    void no_campaign_reaches_more_than_the_policy_allows() {
        var three = limits(OptionalInt.of(3), OptionalDouble.empty());

        assertThat(said(people(3), Definition.of("a/1"), three)).isEmpty();
        assertThat(said(people(4), Definition.of("a/1"), three))
                .containsExactly("danger policy/max-reach: reaches 4, the policy allows 3");
        assertThat(said(people(4), Definition.of("a/1").acknowledging("policy/max-reach"), three))
                .containsExactly("accepted policy/max-reach: reaches 4, the policy allows 3");
    }

    @Test
    void a_limit_of_zero_allows_nobody() {
        assertThat(said(people(1), Definition.of("a/1"), limits(OptionalInt.of(0), OptionalDouble.empty())))
                .containsExactly("danger policy/max-reach: reaches 1, the policy allows 0");
    }

    @Test
    void no_campaign_reaches_more_than_its_share_of_the_workspace() {
        var half = limits(OptionalInt.empty(), OptionalDouble.of(0.5));
        var rule = "policy/max-share-of-contacts";

        assertThat(said(people(2).contact("+15550100091").contact("+15550100092"), Definition.of("a/1"), half))
                .isEmpty();
        assertThat(said(people(3).contact("+15550100091").contact("+15550100092"), Definition.of("a/1"), half))
                .containsExactly("danger " + rule + ": reaches 3 of 5 contacts (60.0 %), the policy allows 50 %");
        assertThat(said(people(1), Definition.of("a/1").acknowledging(rule), half))
                .containsExactly("accepted " + rule + ": reaches 1 of 1 contacts (100.0 %), the policy allows 50 %");
    }

    @Test
    void a_share_is_counted_in_decimals_as_it_is_written() {
        var world = people(29);
        for (int i = 0; i < 71; i++) {
            world.contact("+1555010" + (2000 + i));
        }

        assertThat(said(world, Definition.of("a/1"), limits(OptionalInt.empty(), OptionalDouble.of(0.29))))
                .isEmpty();
        assertThat(said(world, Definition.of("a/1"), limits(OptionalInt.empty(), OptionalDouble.of(0.285))))
                .containsExactly("danger policy/max-share-of-contacts: reaches 29 of 100 contacts (29.0 %), the policy"
                        + " allows 28.5 %");
    }

    @Test
    void a_start_lies_at_least_the_lead_ahead() {
        var start = Records.AT.plus(Duration.ofMinutes(15));

        assertThat(said(people(1), Definition.of("a/1").starting(start), NO_LIMITS))
                .isEmpty();
        assertThat(said(people(1), Definition.of("a/1").starting(start.minusNanos(1)), NO_LIMITS))
                .containsExactly("error policy/min-lead: starts in less than 15 minutes");
        assertThat(said(people(1), Definition.of("a/1"), NO_LIMITS)).isEmpty();
    }

    @Test
    void a_person_on_two_rows_would_get_it_twice() {
        var world = people(2).contact("+15550101001", "premium_customers");
        var rule = "audience/same-person-twice";

        assertThat(said(world, Definition.of("a/1"), NO_LIMITS))
                .containsExactly("danger " + rule
                        + ": messages that reach a person a second time, through another contact of theirs: 1");
        assertThat(said(world, Definition.of("a/1").acknowledging(rule), NO_LIMITS))
                .containsExactly("accepted " + rule
                        + ": messages that reach a person a second time, through another contact of theirs: 1");
        assertThat(said(world, Definition.of("a/1").excludeContacts(Samples.contact(3)), NO_LIMITS))
                .isEmpty();
    }

    @Test
    void who_opted_out_on_another_row_is_never_reached_whatever_is_acknowledged() {
        var world = people(2).contact("+15550101001", "DNC");
        var stubborn = Definition.of("a/1").acknowledging("audience/suppressed-on-another-row");

        assertThat(said(world, stubborn, NO_LIMITS))
                .containsExactly("error audience/suppressed-on-another-row: people reached although another contact of"
                        + " theirs carries an `always_exclude` label: 1");
    }

    @Test
    void who_is_excluded_by_the_campaign_on_another_row_is_a_danger_to_accept() {
        var world = people(2).contact("+15550101001", "recent_buyers");
        var excluding = Definition.of("a/1").exclude("recent_buyers");
        var rule = "audience/excluded-on-another-row";
        var said = rule + ": people reached although another contact of theirs is excluded by the campaign: 1";

        assertThat(said(world, excluding, NO_LIMITS)).containsExactly("danger " + said);
        assertThat(said(world, excluding.acknowledging(rule), NO_LIMITS)).containsExactly("accepted " + said);
        assertThat(said(world, Definition.of("a/1"), NO_LIMITS)).isEmpty();
    }

    @Test
    void who_is_likely_another_contact_in_another_spelling_is_a_danger_to_accept() {
        // in Argentina a number with and without the 9 of mobiles may be one account, or two
        var rule = "audience/likely-same-person";
        var said = rule + ": people reached whose number is likely another spelling of another contact's: 1 ";
        var excluding = Definition.of("a/1").exclude("recent_buyers");

        assertThat(said(argentina("DNC"), Definition.of("a/1"), NO_LIMITS))
                .containsExactly("danger " + said + "although that contact carries an `always_exclude` label");
        assertThat(said(argentina("DNC"), Definition.of("a/1").acknowledging(rule), NO_LIMITS))
                .containsExactly("accepted " + said + "although that contact carries an `always_exclude` label");
        assertThat(said(argentina("recent_buyers"), excluding, NO_LIMITS))
                .containsExactly("danger " + said + "although that contact is excluded by the campaign");
        assertThat(said(argentina("recent_buyers"), Definition.of("a/1"), NO_LIMITS))
                .isEmpty();
        assertThat(said(argentina("premium_customers"), Definition.of("a/1"), NO_LIMITS))
                .containsExactly("danger " + said + "a second time");
    }

    @Test
    void a_number_that_cannot_be_read_and_ends_in_the_digits_of_somebody_suppressed_is_a_danger() {
        var world = people(1)
                .contact("+4915112345693", "DNC")
                .contact("+4915112345693.0", "premium_customers")
                .contact("015112345693", "premium_customers");

        assertThat(said(world, Definition.of("a/1"), NO_LIMITS))
                .contains(
                        "danger audience/likely-same-person: people reached whose number is likely another spelling of"
                                + " another contact's: 2 although that contact carries an `always_exclude` label");
    }

    private static FakeWorkspace argentina(String labelOfOtherSpelling) {
        return people(1).contact("+5491123456789", "premium_customers").contact("+541123456789", labelOfOtherSpelling);
    }

    @Test
    void a_text_that_is_no_number_is_told_where_it_is_reached_or_should_protect_somebody() {
        var said =
                "warning audience/unreadable-number: contacts whose WhatsApp number cannot be read as a number, so that"
                        + " nobody can say for sure who they are: ";

        assertThat(said(people(1).contact("call me", "premium_customers"), Definition.of("a/1"), NO_LIMITS))
                .containsExactly(said + "1 would be messaged");
        assertThat(said(people(1).contact("call me", "DNC"), Definition.of("a/1"), NO_LIMITS))
                .containsExactly(said + "1 carry an `always_exclude` label, which protects nobody else");
        assertThat(said(people(1).contact("call me", "recent_buyers"), Definition.of("a/1"), NO_LIMITS))
                .isEmpty();
    }

    @Test
    void the_tutorial_dialect_carries_no_media() {
        var message = new Message("Hi", List.of("https://example.com/a.jpg"), false, Optional.empty(), Map.of());

        assertThat(said(people(1), Definition.of("a/1").saying(message), NO_LIMITS))
                .containsExactly(
                        "error message/media-not-sendable: campaigns of the tutorial dialect cannot carry media");
    }

    @Test
    void the_openapi_dialect_wants_a_template_and_an_account() {
        var account = Optional.of(new OpenApiAccount("MG00000000000000000000000000000000", Samples.uuid(5, 1)));
        var plain = Definition.of("a/1");
        var complete = plain.saying(Samples.message(List.of("https://example.com/a.jpg")));

        assertThat(said(people(1), plain, openapi(account)))
                .containsExactly("error message/template-missing: the openapi dialect sends a template by name");
        assertThat(said(people(1), complete, openapi(Optional.empty())))
                .containsExactly("error workspace/account-missing: the openapi dialect needs a messaging service and a"
                        + " WhatsApp account");
        assertThat(said(people(1), complete, openapi(account))).isEmpty();
    }

    @Test
    void a_run_sends_at_most_as_many_messages_as_the_policy_allows() {
        var policy = new Policy(
                List.of(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.of(10),
                OptionalDouble.empty(),
                Duration.ZERO,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());

        assertThat(Guards.checkRun(10, policy, new Places(Map.of()))).isEmpty();
        assertThat(Guards.checkRun(11, policy, new Places(Map.of())))
                .map(GuardsTest::said)
                .contains("error policy/max-reach-per-run: the run would send 11 messages, the policy allows 10");
        assertThat(Guards.checkRun(Long.MAX_VALUE, NO_LIMITS, new Places(Map.of())))
                .isPresent();
    }

    @Test
    void several_objections_are_all_told() {
        var policy = limits(OptionalInt.of(1), OptionalDouble.of(0.1));
        var bad = Definition.of("a/1").starting(Records.AT).expecting(OptionalInt.of(9), OptionalInt.empty());

        assertThat(said(people(2), bad, policy)).hasSize(4);
    }

    /** A workspace in which so many people carry the campaign's label. */
    private static FakeWorkspace people(int count) {
        var world = new FakeWorkspace()
                .phone("Sales Line", "+15550100100")
                .label("premium_customers")
                .label("recent_buyers")
                .systemLabel("DNC");
        for (int i = 1; i <= count; i++) {
            world.contact("+1555010" + (1000 + i), "premium_customers");
        }
        return world;
    }

    private static Policy limits(OptionalInt reach, OptionalDouble share) {
        return new Policy(
                NO_LIMITS.alwaysExclude(),
                List.of(),
                reach,
                OptionalInt.empty(),
                share,
                Policy.DEFAULT_MIN_LEAD,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());
    }

    private static WorkspaceSettings openapi(Optional<OpenApiAccount> account) {
        return new WorkspaceSettings(
                "production",
                ApplyHarness.SETTINGS.host(),
                Dialect.OPENAPI,
                LockSettings.FILE,
                Duration.ofDays(7),
                Map.of(),
                Optional.empty(),
                account,
                WorkspaceSettings.Precautions.NONE,
                Optional.empty());
    }

    private static List<String> said(FakeWorkspace world, Definition definition, Policy policy) {
        return said(resolved(world, definition, policy), policy, ApplyHarness.SETTINGS);
    }

    private static List<String> said(FakeWorkspace world, Definition definition, WorkspaceSettings settings) {
        return said(resolved(world, definition, NO_LIMITS), NO_LIMITS, settings);
    }

    private static List<String> said(ResolvedCampaign resolved, Policy policy, WorkspaceSettings settings) {
        var proposal = new GuardInput(
                resolved, policy, settings, Records.AT, new Places(Map.of()), Optional.empty(), new RecipientZones());
        // what the message says, and when it is night, is judged by guards with a test of their own
        return Guards.check(proposal).stream()
                .filter(finding -> !finding.id().equals("schedule/night"))
                .filter(finding -> !finding.id().startsWith("message/template-unknown"))
                .map(GuardsTest::said)
                .toList();
    }

    private static ResolvedCampaign resolved(FakeWorkspace world, Definition definition, Policy policy) {
        var campaign = definition.campaign();
        var resolution =
                Resolver.resolve(List.of(campaign), world, ApplyHarness.SETTINGS, policy, new Places(Map.of()));
        return Objects.requireNonNull(resolution.campaigns().get(campaign.identity()))
                .value()
                .orElseThrow();
    }

    private static String said(Diagnostic finding) {
        boolean accepted =
                finding.severity() == Severity.DANGER && finding.acknowledged().isPresent();
        return (accepted ? "accepted" : finding.severity().label()) + " " + finding.id() + ": " + finding.message();
    }
}
