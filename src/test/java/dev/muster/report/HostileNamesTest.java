package dev.muster.report;

import static dev.muster.testing.Records.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.Effect;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Remote;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Doubt;
import dev.muster.plan.Plan;
import dev.muster.plan.SavedPlan;
import dev.muster.testing.Definition;
import dev.muster.testing.FakeWorkspace;
import dev.muster.testing.HandClock;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names and texts come from SeaX, which anybody with the dashboard can write to. However they are shown, they steer no
 * terminal, reverse no line and give no command to the machine that runs a pipeline.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileNamesTest {
    /** Clears a screen, reverses a line, starts one, and asks a CI runner for an error, in one short name. */
    private static final String HOSTILE =
            "x\u001b[2J\u202eevil\u2066 \n::error::pwned ::warning::pwned ##[error]pwned\r\u009b1m \u007f";

    private static final Pattern RAW = Pattern.compile("[\u001b\u202e\u2066\r\u009b\u007f]");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::[a-z]|##\\[");

    static Stream<Arguments> texts() {
        return Stream.of(
                text("plan", PlanText.of(plan(), Paint.NONE, 60, true)),
                text("audience", AudienceText.of(campaign().campaign(), resolved())),
                text("labels", listing().text()),
                text("findings", FindingsText.of(List.of(finding()))),
                text("apply", effects(new ApplyText(Paint.NONE))),
                text("lock", LockText.of(Optional.of(Records.lock(confirmed())), Optional.empty())),
                text("doubt", DoubtText.of(doubt())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void nothing_hostile_reaches_a_terminal_or_a_pipeline_raw(String text) {
        assertThat(RAW.matcher(text).find()).as(text).isFalse();
        assertThat(COMMAND.matcher(text).find()).as(text).isFalse();
        assertThat(text).contains("<U+001B>[2J<U+202E>evil");
    }

    @Test
    void people_see_what_is_hidden() {
        var shown = new StringBuilder();
        texts().forEach(text -> {
            var named = (Named<?>) text.get()[0];
            shown.append("## ")
                    .append(named.getName())
                    .append("\n\n")
                    .append(named.getPayload())
                    .append('\n');
        });

        Approvals.verify(shown);
    }

    static Stream<Arguments> documents() {
        var saved = SavedPlan.of(plan(), List.of(), "0.1.0", Rehearsal.GAUGE);
        return Stream.of(
                text("plan", PlanJson.of(plan(), saved)),
                text("audience", AudienceText.json(campaign().campaign(), resolved())),
                text("labels", listing().json()),
                text("findings", FindingsJson.of(List.of(finding()))),
                text("effect", ApplyJson.effect(effects().get(0))),
                text("summary", ApplyJson.summary(new ApplyReport(effects(), false), List.of(HOSTILE), 6)),
                text("declined", ApplyJson.declined(HOSTILE, 3)),
                text("lock", LockJsonView.of(Optional.of(Records.lock(confirmed())), Optional.empty())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void programs_read_it_as_it_is_and_a_terminal_that_shows_the_json_is_safe(String json) {
        assertThat(RAW.matcher(json).find()).as(json).isFalse();
        assertThat(JsonMapper.shared().readTree(json).toString()).contains("pwned");
        assertThat(json).contains("\\u001B[2J\\u202Eevil");
    }

    private static Arguments text(String name, String text) {
        return Arguments.of(Named.of(name, text));
    }

    private static FakeWorkspace world() {
        return new FakeWorkspace()
                .phone(HOSTILE, "+15550100100")
                .label(HOSTILE)
                .systemLabel("DNC")
                .contact("+15550100001", HOSTILE);
    }

    private static Definition campaign() {
        return Definition.of("sale/1")
                .from(HOSTILE)
                .any(HOSTILE)
                .attaching(HOSTILE)
                .saying(HOSTILE);
    }

    private static Plan plan() {
        var bad = Definition.of("bad/1").from(HOSTILE + "?").any(HOSTILE + "?");
        var accepted = Definition.of("accepted/1")
                .from(HOSTILE)
                .any(HOSTILE)
                .expecting(OptionalInt.of(5), OptionalInt.empty());
        var doubt = Records.intent("doubt/1").doubt(HOSTILE, AT, "run-1");
        var clock = new HandClock(AT);
        return new Rehearsal(world(), MemoryLockStore.of(Records.lock(doubt)), clock)
                .plan(List.of(campaign().campaign(), bad.campaign(), accepted.campaign()));
    }

    private static dev.muster.diagnostic.Checked<dev.muster.resolve.ResolvedCampaign> resolved() {
        var campaign = campaign().campaign();
        var resolution = dev.muster.resolve.Resolver.resolve(
                List.of(campaign),
                world(),
                Rehearsal.SETTINGS,
                Rehearsal.POLICY,
                new dev.muster.diagnostic.Places(Map.of()));
        return java.util.Objects.requireNonNull(resolution.campaigns().get(campaign.identity()));
    }

    private static Listing listing() {
        return new Listing(
                "labels", List.of("name", "contacts"), List.of(List.of(HOSTILE, 3), List.of("::debug::x", 1)));
    }

    private static Diagnostic finding() {
        return Diagnostic.error("label/unknown", new Place("a.yaml", 1, 1, HOSTILE), HOSTILE, HOSTILE);
    }

    private static List<Effect> effects() {
        var identity = Records.identity("sale/1");
        return List.of(
                new Effect.Sent(identity, new RemoteId(HOSTILE), 3, List.of(HOSTILE)),
                new Effect.Refused(identity, HOSTILE, false),
                new Effect.InDoubt(identity, HOSTILE),
                new Effect.NotRecorded(
                        Records.intent("sale/1"), HOSTILE, "muster resolve sale --sent '" + HOSTILE + "'"),
                new Effect.NotTried(identity, HOSTILE));
    }

    private static String effects(ApplyText text) {
        var shown = new StringBuilder();
        effects().forEach(effect -> shown.append(text.effect(effect)));
        return shown + text.summary(new ApplyReport(effects(), false), List.of(HOSTILE));
    }

    private static LockEntry confirmed() {
        var remote = new Remote(new RemoteId(HOSTILE), Optional.of(HOSTILE), Optional.of(HOSTILE), OptionalInt.of(3));
        return Records.intent("sale/1").confirm(remote, List.of(HOSTILE), AT, HOSTILE, HOSTILE);
    }

    private static Doubt doubt() {
        var entry = Records.intent("sale/1").doubt(HOSTILE, AT, HOSTILE);
        var found = new RemoteCampaign(
                new RemoteId(HOSTILE),
                HOSTILE + entry.attempt().marker().suffix(),
                HOSTILE,
                HOSTILE,
                Optional.empty(),
                Optional.of(AT),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Map.of());
        return new Doubt(entry, Records.lock(entry), Optional.of(List.of(found)), AT);
    }
}
