package dev.muster.plan;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.Marker;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlannerTest {
    private static final Definition SALE = Definition.of("sale/1");
    private static final Duration HORIZON = Duration.ofDays(7).minusMinutes(15);

    private final StringBuilder table = new StringBuilder();

    @Test
    void every_change_under_every_condition_has_an_action_and_a_reason() {
        var world = Worlds.small();
        added(world);
        seen(world);
        recorded(world);
        refusedBefore(world);
        Approvals.verify(table);
    }

    private void added(FakeWorkspace world) {
        title("Added");
        row("sends at once", world, SALE);
        row("starts in 15 minutes", world, SALE.starting(AT.plus(Duration.ofMinutes(15))));
        row(
                "starts in less than that",
                world,
                SALE.starting(AT.plus(Duration.ofMinutes(15)).minusNanos(1)));
        row("starts now", world, SALE.starting(AT));
        row("started an hour ago, ends in an hour", world, started().ending(AT.plusSeconds(3600)));
        row("window has passed", world, started().ending(AT.minusSeconds(60)));
        row("starts at the horizon", world, SALE.starting(AT.plus(HORIZON)));
        row(
                "starts just beyond the horizon",
                world,
                SALE.starting(AT.plus(HORIZON).plusNanos(1)));
        row("beyond the horizon, with a wrong label", world, SALE.any("nobody").starting(AT.plus(HORIZON.plusDays(1))));
        row("a label that is not there", world, SALE.any("nobody"));
        row("a sender that is not there", world, SALE.from("Nobody's Line"));
        row("a sender that is disabled", world, SALE.from("Old Line"));
        row("an audience of nobody", world, SALE.any("empty"));
        row("a guard refuses", world, SALE.expecting(OptionalInt.of(100), OptionalInt.empty()));
    }

    private static Definition started() {
        return SALE.starting(AT.minusSeconds(3600));
    }

    private void seen(FakeWorkspace world) {
        title("Added, and SeaX or the lock has seen something like it");
        row("its marker is on SeaX", Worlds.small().campaign("campaign_7", "x" + marker("sale/1"), AT), SALE);
        row(
                "its marker is on SeaX, and its window has passed",
                Worlds.small().campaign("campaign_7", "x" + marker("sale/1"), AT),
                started());
        var again = Definition.of("sale/2");
        var earlier = Worlds.small().campaign("campaign_7", "x" + marker("sale/1"), AT);
        row("an earlier generation is on SeaX, unknown to the lock", earlier, again);
        row("the same, accepted", earlier, again.acknowledging("plan/earlier-generation-on-seax"));
        var confirmed = Worlds.small().campaign("campaign_sale", "x" + marker("sale/1"), AT);
        row("an earlier generation is on SeaX and confirmed", confirmed, again, Records.confirmed("sale/1"));
        var twin = Records.confirmed(Records.intent(campaign("old", "the text of sale/1")));
        row("the same was sent under another key", world, SALE, twin);
        row("the same, accepted", world, SALE.acknowledging("plan/looks-like-a-rename"), twin);
        row("the same is in doubt under another key", world, SALE, doubt(Optional.empty()));
        row("the same was given up under another key, nobody knows", world, SALE, doubt(Optional.of(false)));
        row("the same was given up under another key, not sent", world, SALE, doubt(Optional.of(true)));
        row("the same message to others was sent", world, SALE.all("whatsapp_opt_in"), twin);
        row("an earlier generation was given up, nobody knows", world, again, Records.abandoned("sale/1"));
    }

    private static LockEntry doubt(Optional<Boolean> outcomeKnown) {
        var open = Records.intent(campaign("old", "the text of sale/1")).doubt("no answer", AT, "run-1");
        return outcomeKnown
                .<LockEntry>map(known -> open.abandon(known, "the dashboard", AT, "dana"))
                .orElse(open);
    }

    private static Campaign campaign(String key, String text) {
        return Records.campaign(key + "/1", text);
    }

    private void recorded(FakeWorkspace world) {
        title("Recorded");
        var sent = Records.confirmed(Records.intent(SALE.campaign()));
        row("unchanged", world, SALE, sent);
        row("edited", world, SALE.saying("something else"), sent);
        row("edited, accepted", world, SALE.saying("something else").acknowledging("plan/edited-after-send"), sent);
        row("edited, and its window has passed", world, started(), sent);
        row("the generation was lowered", world, SALE, Records.confirmed("sale/2"));
        row("no longer defined", world, List.of(), sent);
        row("given up", world, SALE, Records.abandoned("sale/1"));
        notSent(world);
        row("in doubt", world, SALE, Records.inDoubt("sale/1"));
        row("in doubt and no longer defined", world, List.of(), Records.inDoubt("sale/1"));
        row("in doubt, and the generation raised", world, Definition.of("sale/2"), Records.inDoubt("sale/1"));
        row(
                "in doubt, and its marker is on SeaX",
                Worlds.small().campaign("campaign_7", "Holiday Sale" + marker("sale/1"), AT),
                SALE,
                Records.inDoubt("sale/1"));
        row(
                "in doubt, and another campaign has its marker",
                Worlds.small().campaign("campaign_7", "x" + marker("sale/1"), AT),
                SALE,
                Records.inDoubt("sale/1"));
        row("an intent of a run that is still at it", world, SALE, Records.intent("sale/1"));
    }

    private void notSent(FakeWorkspace world) {
        row("said not to have been sent", world, SALE, Records.notSent("sale/1"));
        row("the same, edited", world, SALE.saying("something else"), Records.notSent("sale/1"));
        row("the same, and its window has passed", world, started(), Records.notSent("sale/1"));
        row("the same, and the generation raised", world, Definition.of("sale/2"), Records.notSent("sale/1"));
        row("the same, and the generation lowered", world, SALE, Records.notSent("sale/3"));
        row("the same, and a later generation was sent", world, SALE, Records.notSent("sale/1"), sent("sale/2"));
        row("the same of two generations", world, SALE, Records.notSent("sale/1"), Records.notSent("sale/2"));
        row("the same, and no longer defined", world, List.of(), Records.notSent("sale/1"));
    }

    private static LockEntry sent(String identity) {
        return Records.confirmed(identity);
    }

    private void refusedBefore(FakeWorkspace world) {
        title("Proved not sent before");
        var open = Records.intent(SALE.campaign());
        var wait = open.reject("429: too many requests", Optional.of(AT.plusSeconds(1)), AT, "run-1");
        var over = open.reject("429: too many requests", Optional.of(AT), AT, "run-1");
        var never = open.reject("422: template not approved", Optional.empty(), AT, "run-1");
        row("may be tried again in a second", world, SALE, wait);
        row("may be tried again from now on", world, SALE, over);
        row("refused for what it says, unchanged", world, SALE, never);
        row("refused for what it says, edited", world, SALE.saying("better"), never);
        row("refused for what it says, edited, window passed", world, started(), never);
        row("refused, and no longer defined", world, List.of(), never);
        row(
                "refused, tried again, and its marker is on SeaX",
                Worlds.small().campaign("campaign_7", "x" + marker("sale/1"), AT),
                SALE,
                over);
    }

    @Test
    void an_intent_whose_claim_is_over_is_told_from_one_that_is_still_at_work() {
        var lock = Records.lock(Records.intent("sale/1"));

        assertThat(message(lock, Duration.ofSeconds(599))).contains("may still be sending");
        assertThat(message(lock, Duration.ofMinutes(10))).contains("ended before its outcome was recorded");
    }

    private static String message(Lock lock, Duration later) {
        var clock = new HandClock(AT.plus(later));
        var rehearsal = new ApplyHarness(Worlds.small(), MemoryLockStore.of(lock), clock);
        return rehearsal
                .plan(List.of(SALE.campaign()))
                .changes()
                .get(0)
                .findings()
                .get(0)
                .message();
    }

    @Test
    void offline_nothing_is_resolved_and_nothing_can_be_sent() {
        var context = new PlanContext(
                Records.WORKSPACE,
                ApplyHarness.SETTINGS,
                ApplyHarness.POLICY,
                Optional.empty(),
                new dev.muster.diagnostic.Places(java.util.Map.of()),
                AT);
        var changes = dev.muster.diff.Differ.diff(List.of(SALE.campaign()), Optional.empty());

        var plan = Planner.plan(changes, context, Optional.empty(), List.of(), Optional.empty());

        assertThat(plan.offline()).isTrue();
        assertThat(plan.creates()).isEmpty();
        assertThat(plan.hasCreates()).isTrue();
    }

    private void title(String title) {
        table.append(table.isEmpty() ? "" : "\n").append(title).append('\n');
    }

    private void row(String condition, FakeWorkspace world, Definition definition, LockEntry... recorded) {
        row(condition, world, List.of(definition.campaign()), recorded);
    }

    private void row(String condition, FakeWorkspace world, List<Campaign> defined, LockEntry... recorded) {
        for (var change : planned(world, defined, recorded).changes()) {
            var action = change.action().getClass().getSimpleName().toUpperCase(Locale.ROOT);
            table.append("  %-54s %-8s %s%n"
                    .formatted(condition, action, change.action().reason())
                    .replace("\r", ""));
            table.append(change.findings().stream().map(PlannerTest::told).collect(Collectors.joining()));
        }
    }

    private static Plan planned(FakeWorkspace world, List<Campaign> defined, LockEntry... recorded) {
        var store = recorded.length == 0
                ? new MemoryLockStore(Records.WORKSPACE, Records.LINEAGE)
                : MemoryLockStore.of(Records.lock(recorded));
        return new ApplyHarness(world, store, new HandClock(AT)).plan(defined);
    }

    private static String told(Diagnostic finding) {
        var accepted = finding.acknowledged().isPresent() ? "accepted " : "";
        return "      " + accepted + finding.severity().label() + " " + finding.id() + ": " + finding.message() + "\n";
    }

    private static String marker(String identity) {
        return Marker.of(Records.WORKSPACE.workspaceId(), Records.identity(identity))
                .suffix();
    }
}
