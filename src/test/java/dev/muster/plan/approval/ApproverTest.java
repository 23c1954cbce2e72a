package dev.muster.plan.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.Drift;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.Campaign;
import dev.muster.model.Sha256;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.Fingerprint;
import dev.muster.model.project.Policy;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanBinding;
import dev.muster.plan.RunAudience;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.RecordingSender;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApproverTest {
    private static final List<Campaign> TWO =
            List.of(Definition.of("a/1").campaign(), Definition.of("b/1").campaign());

    private static final Sha256 POLICY = Fingerprint.of(ApplyHarness.POLICY);

    private final FakeWorkspace world = Worlds.small();
    private final MemoryLockStore store = MemoryLockStore.of(Records.lock());
    private final ApplyHarness rehearsal = new ApplyHarness(world, store, new HandClock(Records.AT));
    private final Plan reviewed = rehearsal.plan(TWO);
    private final SavedPlan saved = SavedPlan.of(reviewed, List.of(), "0.1.0", ApplyHarness.GAUGE);

    @Test
    void the_number_of_messages_suffices() {
        assertThat(decide(TWO, Approval.ofMessages(4))).isInstanceOf(Decision.Approved.class);
    }

    @Test
    void another_number_is_refused() {
        assertThat(refused(decide(TWO, Approval.ofMessages(3))))
                .isEqualTo("confirmed 3 messages, but the plan sends 4: look at it again with `muster plan`");
        assertThat(refused(decide(TWO, Approval.ofMessages(5)))).startsWith("confirmed 5 messages");
        assertThat(refused(decide(TWO, Approval.ofMessages(-4)))).startsWith("confirmed -4 messages");
    }

    @Test
    void no_word_and_a_file_alone_are_no_approval() {
        var nothing = OptionalLong.empty();

        assertThat(refused(decide(TWO, new Approval(Optional.empty(), Optional.empty(), nothing))))
                .startsWith("nobody approved it");
        assertThat(refused(decide(TWO, new Approval(Optional.of(saved), Optional.empty(), nothing))))
                .startsWith("nobody approved it");
    }

    @Test
    void the_digest_alone_suffices_as_long_as_nothing_moved() {
        var approval = new Approval(Optional.empty(), Optional.of(reviewed.digest()), OptionalLong.empty());
        var edited =
                List.of(TWO.get(0), Definition.of("b/1").saying("Another text").campaign());

        assertThat(decide(TWO, approval)).isInstanceOf(Decision.Approved.class);
        assertThat(stale(decide(edited, approval))).startsWith("the plan is now ");
        assertThat(stale(decide(TWO.subList(0, 1), approval))).startsWith("the plan is now ");
    }

    @Test
    void a_digest_that_was_applied_is_stale() {
        rehearsal.apply(TWO, new RecordingSender());
        var approval = new Approval(Optional.empty(), Optional.of(reviewed.digest()), OptionalLong.empty());

        assertThat(stale(decide(TWO, approval)))
                .isEqualTo("the plan with this digest was applied already; what is left needs a new plan");
    }

    @Test
    void a_file_that_was_judged_by_another_policy_is_stale() {
        var lenient = Sha256.of("another policy");
        var file = with(new PlanBinding(Records.WORKSPACE, reviewed.lineage(), reviewed.serial(), lenient, sends()));

        assertThat(stale(decide(TWO, reviewed(file))))
                .isEqualTo("the policy is not the one that the plan was judged by: plan and review again");
    }

    @Test
    void a_file_with_its_digest_suffices_and_so_does_a_file_with_the_number() {
        assertThat(decide(TWO, reviewed(saved))).isInstanceOf(Decision.Approved.class);
        assertThat(decide(TWO, new Approval(Optional.of(saved), Optional.empty(), OptionalLong.of(4))))
                .isInstanceOf(Decision.Approved.class);
    }

    @Test
    void everything_that_is_given_must_hold() {
        var wrongNumber = new Approval(Optional.of(saved), Optional.of(saved.digest()), OptionalLong.of(3));
        var wrongDigest = new Approval(Optional.empty(), Optional.of(Sha256.of("another")), OptionalLong.of(4));

        assertThat(refused(decide(TWO, wrongNumber))).startsWith("confirmed 3 messages");
        assertThat(stale(decide(TWO, wrongDigest))).startsWith("the plan is now " + reviewed.digest());
    }

    @Test
    void a_file_that_is_not_the_reviewed_one_is_stale() {
        var approval = new Approval(Optional.of(saved), Optional.of(Sha256.of("another")), OptionalLong.empty());

        assertThat(stale(decide(TWO, approval))).endsWith("it is not the plan that was reviewed");
    }

    @Test
    void a_file_for_another_workspace_is_stale() {
        var other = new WorkspaceIdentity("staging", Samples.uuid(9, 1), Records.WORKSPACE.baseUrl());
        var file = with(new PlanBinding(other, reviewed.lineage(), reviewed.serial(), POLICY, sends()));

        assertThat(stale(decide(TWO, reviewed(file))))
                .isEqualTo("the plan file is for workspace staging, not for production");
    }

    @Test
    void a_file_for_another_lock_is_stale() {
        var file = with(new PlanBinding(Records.WORKSPACE, Optional.of("another"), reviewed.serial(), POLICY, sends()));
        var none = with(new PlanBinding(Records.WORKSPACE, Optional.empty(), reviewed.serial(), POLICY, sends()));

        assertThat(stale(decide(TWO, reviewed(file)))).startsWith("the plan file was made for another lock");
        assertThat(stale(decide(TWO, reviewed(none)))).startsWith("the plan file was made for another lock");
    }

    @Test
    void a_file_for_another_state_of_the_lock_is_stale() {
        var file = with(new PlanBinding(Records.WORKSPACE, reviewed.lineage(), reviewed.serial() + 1, POLICY, sends()));

        assertThat(stale(decide(TWO, reviewed(file)))).startsWith("the lock changed since the plan was made");
    }

    @Test
    void a_file_that_was_applied_is_consumed() {
        rehearsal.apply(TWO, new RecordingSender());

        assertThat(stale(decide(TWO, reviewed(saved))))
                .isEqualTo("the plan file was applied already; what is left needs a new plan");
    }

    @Test
    void a_file_holds_for_a_day_and_not_a_nanosecond_longer() {
        var day = Policy.DEFAULT_PLAN_VALID_FOR;

        assertThat(decideLater(day.minusNanos(1))).isInstanceOf(Decision.Approved.class);
        assertThat(stale(decideLater(day))).startsWith("the plan file was valid until 2026-12-01T09:00:00Z");
    }

    private Decision decideLater(Duration later) {
        rehearsal.later(later);
        var decision = decide(TWO, reviewed(saved));
        rehearsal.later(later.negated());
        return decision;
    }

    @Test
    void a_file_does_not_approve_what_was_edited_added_or_removed_since() {
        var edited =
                List.of(TWO.get(0), Definition.of("b/1").saying("another text").campaign());
        var added = List.of(TWO.get(0), TWO.get(1), Definition.of("c/1").campaign());
        var removed = TWO.subList(0, 1);

        assertThat(stale(decide(edited, reviewed(saved))))
                .isEqualTo("what would be sent is not what was reviewed: b; plan and review again");
        assertThat(stale(decide(added, reviewed(saved)))).contains("not what was reviewed: c;");
        assertThat(stale(decide(removed, reviewed(saved)))).contains("not what was reviewed: b;");
    }

    @Test
    void a_file_approves_a_few_people_more_and_not_many() {
        join(10);
        assertThat(decide(TWO, reviewed(saved))).isInstanceOfSatisfying(Decision.Approved.class, approved -> {
            assertThat(approved.plan().reviewed()).isEqualTo(saved.digest());
            assertThat(approved.plan().moved())
                    .extracting(AudienceDrift::drift)
                    .containsOnly(new Drift(2, 12, 10, 0, true));
        });

        join(1);
        assertThat(refused(decide(TWO, reviewed(saved))))
                .startsWith("a: 11 joined, 0 left since the review of 2 people, policy.drift allows 10 to join; b: 11");
    }

    @Test
    void a_file_does_not_approve_what_reviewed_people_opted_out_of_unless_the_policy_allows_for_some() {
        join(3);
        var file = SavedPlan.of(rehearsal.plan(TWO), List.of(), "0.1.0", ApplyHarness.GAUGE);
        world.attach("DNC", "+15550100001").attach("DNC", "+15550100002");

        assertThat(refused(decide(TWO, reviewed(file))))
                .isEqualTo("a: 2 people opted out since the review (DNC 2), policy.drift allows 0; b: 2 people opted"
                        + " out since the review (DNC 2), policy.drift allows 0: plan and review again");
        assertThat(decide(allowing(1), file)).isInstanceOf(Decision.Refused.class);
        assertThat(decide(allowing(2), file))
                .isInstanceOfSatisfying(
                        Decision.Approved.class,
                        approved -> assertThat(approved.plan().moved())
                                .extracting(AudienceDrift::drift)
                                .containsOnly(new Drift(5, 3, 0, 2, true)));
    }

    @Test
    void a_file_does_not_approve_people_who_were_suppressed_at_the_review_however_few_they_are() {
        for (int i = 1; i <= 30; i++) {
            world.contact("+1555010" + (3000 + i), "premium_customers", "DNC");
        }
        var file = SavedPlan.of(rehearsal.plan(TWO), List.of(), "0.1.0", ApplyHarness.GAUGE);
        world.detach("DNC", "+15550103001");

        assertThat(refused(decide(TWO, reviewed(file))))
                .isEqualTo("1 person was suppressed at the review and is not any more: see in SeaX who lost the label"
                        + " and give it back, or plan and review again");
        world.detach("DNC", "+15550103002").attach("DNC", "+15550100004");
        assertThat(refused(decide(TWO, reviewed(file)))).startsWith("2 people were suppressed at the review and are");
        world.attach("DNC", "+15550103001").attach("DNC", "+15550103002");
        assertThat(decide(TWO, reviewed(file))).isInstanceOf(Decision.Approved.class);
    }

    @Test
    void a_file_does_not_hold_once_a_suppression_label_lost_many_whom_this_plan_does_not_reach() {
        for (int i = 1; i <= 30; i++) {
            world.contact("+1555010" + (3000 + i), "DNC");
        }
        var file = SavedPlan.of(rehearsal.plan(TWO), List.of(), "0.1.0", ApplyHarness.GAUGE);
        for (int i = 1; i <= 10; i++) {
            world.detach("DNC", "+1555010" + (3000 + i));
        }
        assertThat(decide(TWO, reviewed(file))).isInstanceOf(Decision.Approved.class);

        world.detach("DNC", "+15550103011");
        assertThat(refused(decide(TWO, reviewed(file)))).startsWith("\"DNC\" had 31 contacts at the review, now 20: ");
    }

    private static DriftGauge allowing(int suppressed) {
        return new DriftGauge(ApplyHarness.GAUGE.hash(), new DriftLimit(0.01, 10, suppressed));
    }

    private Decision decide(DriftGauge gauge, SavedPlan file) {
        return Approver.decide(rehearsal.plan(TWO), store.load(), reviewed(file), gauge);
    }

    private void join(int people) {
        for (int i = 0; i < people; i++) {
            world.contact("+1555010" + (2000 + world.contacts().size()), "premium_customers");
        }
    }

    /** Whoever can write a plan file can seal it, too; only the digest that a person reviewed tells. */
    @Test
    void a_forged_file_with_a_valid_seal_is_stale_beside_the_reviewed_digest() {
        var forged = List.of(Definition.of("a/1").any("whatsapp_opt_in").campaign(), TWO.get(1));
        var file = SavedPlan.of(rehearsal.plan(forged), List.of(), "0.1.0", ApplyHarness.GAUGE);
        var approval = new Approval(Optional.of(file), Optional.of(saved.digest()), OptionalLong.empty());

        assertThat(stale(decide(forged, approval))).endsWith("it is not the plan that was reviewed");
    }

    @Test
    void a_plan_that_a_guard_over_the_run_refuses_cannot_be_approved() {
        var finding = PolicyRule.MAX_REACH_PER_RUN.at(Place.NOWHERE, "too many", "send fewer");
        var plan = new Plan(
                reviewed.workspace(),
                reviewed.lineage(),
                reviewed.serial(),
                reviewed.at(),
                false,
                reviewed.policy(),
                reviewed.changes(),
                RunAudience.NOBODY,
                List.of(finding));

        assertThat(refused(Approver.decide(plan, store.load(), Approval.ofMessages(4), ApplyHarness.GAUGE)))
                .isEqualTo("too many");
    }

    @Test
    void an_approved_plan_holds_creates_and_nothing_else() {
        var mixed = List.of(TWO.get(0), Definition.of("b/1").any("nobody").campaign());

        var decision = decide(mixed, Approval.ofMessages(2));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Approved.class,
                        approved -> assertThat(approved.plan().creates())
                                .extracting(create -> create.request().identity())
                                .containsExactly(Records.identity("a/1")));
    }

    private Decision decide(List<Campaign> campaigns, Approval approval) {
        return Approver.decide(rehearsal.plan(campaigns), store.load(), approval, ApplyHarness.GAUGE);
    }

    private static Approval reviewed(SavedPlan file) {
        return new Approval(Optional.of(file), Optional.of(file.digest()), OptionalLong.empty());
    }

    private SavedPlan with(PlanBinding binding) {
        return new SavedPlan(
                binding, List.of(), saved.at(), saved.validUntil(), "0.1.0", saved.sketches(), saved.suppression());
    }

    private List<PlanBinding.Send> sends() {
        return reviewed.binding().sends();
    }

    private static String refused(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).why();
    }

    private static String stale(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Stale.class);
        return ((Decision.Stale) decision).why();
    }
}
