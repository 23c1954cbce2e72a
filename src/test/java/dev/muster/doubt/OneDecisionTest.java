package dev.muster.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.Muster;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Places;
import dev.muster.lock.Attempt;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignRequest;
import dev.muster.model.Marker;
import dev.muster.model.Phone;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.model.ReportedTime;
import dev.muster.model.Selector;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.model.project.Project;
import dev.muster.outcome.SendProgress;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanContext;
import dev.muster.plan.PlannedChange;
import dev.muster.plan.Reason;
import dev.muster.report.TextStyle;
import dev.muster.report.text.StatusText;
import dev.muster.resolve.Capabilities;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Chance;
import dev.muster.testing.MemoryLockStore;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plan, apply, resolve and status make the same of an open send, for thousands of locks and workspaces: several campaigns
 * with the marker, ids that only an answer or a job names, ids that another entry has, other names, texts, senders, starts
 * and audiences, clocks ahead and behind, lists that cannot be had.
 */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneDecisionTest {
    private static final int WORLDS = 3_000;
    private static final List<String> KEYS = List.of("autumn/1", "spring/1", "summer/1", "winter/1");
    private static final String TEXT = "30% off all items";

    private final Map<Class<?>, Integer> verdicts = new HashMap<>();

    @Test
    void plan_says_adopt_exactly_when_the_next_apply_records_it() {
        LongStream.range(0, WORLDS).forEach(seed -> new Case(new Chance(seed), seed).check());

        // a property over worlds in which nothing ever happens would hold as well
        assertThat(verdicts.values()).allSatisfy(times -> assertThat(times).isGreaterThan(WORLDS / 20));
        assertThat(verdicts).hasSize(3);
    }

    /** One random world; the seed makes it again. */
    private final class Case {
        private final Chance chance;
        private final String name;
        private final Instant now;
        private final Map<RemoteId, RemoteCampaign> campaigns = new TreeMap<>();
        private final Lock lock;
        private final HostileWorkspace workspace;

        Case(Chance chance, long seed) {
            this.chance = chance;
            this.name = "seed " + seed;
            now = Records.AT.plusSeconds(chance.below(1500));
            for (int i = 0; i < 8; i++) {
                var campaign = campaign(new RemoteId("campaign_" + i));
                campaigns.put(campaign.id(), campaign);
            }
            lock = lock();
            workspace = workspace();
        }

        void check() {
            var plan = plan();
            var applied = applied();
            var looked = new EvidenceCollector(workspace, now)
                    .doubts(lock, lock.entries().values());
            assertThat(looked).as(name).hasSameSizeAs(plan.changes());
            for (var doubt : looked) {
                verdicts.merge(doubt.verdict().getClass(), 1, Integer::sum);
                agrees(planned(plan, doubt), doubt, Objects.requireNonNull(applied.get(doubt.entry())));
            }
        }

        private void agrees(PlannedChange planned, OpenSendEvidence doubt, LockEntry after) {
            boolean recorded = after instanceof LockEntry.Confirmed;
            var adopted = recorded
                    ? Optional.of(((LockEntry.Confirmed) after).remote().id())
                    : Optional.empty();
            var promised = planned.action() instanceof Action.Adopt adopt ? Optional.of(adopt.id()) : Optional.empty();
            assertThat(promised).as(name).isEqualTo(adopted);
            assertThat(planned.action().reason() == Reason.OUTCOME_UNKNOWN)
                    .as(name)
                    .isEqualTo(!recorded);
            boolean alarm =
                    recorded && !((LockEntry.Confirmed) after).anomalies().isEmpty();
            if (recorded) {
                assertThat(planned.findings().stream().anyMatch(Diagnostic::stops))
                        .as(name)
                        .isEqualTo(alarm);
            }
            assertThat(doubt.evident("dana")
                            .filter(LockEntry.Confirmed.class::isInstance)
                            .isPresent())
                    .as(name)
                    .isEqualTo(recorded);
            assertThat(status(doubt).contains("found, not recorded yet"))
                    .as(name)
                    .isEqualTo(recorded);
        }

        private String status(OpenSendEvidence doubt) {
            var send = new SendProgress(doubt.entry(), Optional.empty(), Optional.of(doubt));
            return StatusText.of(List.of(send), OptionalDouble.empty(), false, TextStyle.NONE);
        }

        private PlannedChange planned(Plan plan, OpenSendEvidence doubt) {
            return plan.changes().stream()
                    .filter(change ->
                            change.key().equals(doubt.entry().identity().key()))
                    .findFirst()
                    .orElseThrow();
        }

        private Plan plan() {
            var project = new Project("production", Map.of(), ApplyHarness.POLICY, List.of());
            var defined = new Definitions(project, List.of(), new Places(Map.of()));
            var context = new PlanContext(
                    Records.WORKSPACE,
                    ApplyHarness.SETTINGS,
                    ApplyHarness.POLICY,
                    Optional.of(lock),
                    new Places(Map.of()),
                    now);
            var open = new HashSet<>(lock.entries().values().stream()
                    .filter(LockEntry::isOpen)
                    .map(entry -> entry.identity().key())
                    .toList());
            return Muster.plan(defined, context, open, Optional.of(workspace));
        }

        /** Each open entry, and what the reconciliation of an apply makes of it. */
        private Map<LockEntry, LockEntry> applied() {
            var after = new HashMap<LockEntry, LockEntry>();
            try (var run = MemoryLockStore.of(lock).begin(Records.RUN)) {
                new Reconciler(new EvidenceCollector(workspace, now), run, "dana").reconcile(entry -> {});
                lock.entries()
                        .forEach((identity, entry) ->
                                after.put(entry, run.entry(identity).orElseThrow()));
            }
            return after;
        }

        private Lock lock() {
            var made = Records.lock();
            var open = KEYS.get(chance.below(KEYS.size()));
            for (var key : KEYS) {
                var intent = LockEntry.intend(Optional.empty(), attempt(Records.campaign(key, TEXT)));
                made = made.with(key.equals(open) ? opened(intent) : entry(intent));
                if (chance.below(3) == 0
                        && made.entry(intent.identity()).orElseThrow().isOpen()) {
                    made = made.with(
                            new LockEvent.Witnessed(intent.identity(), "HTTP 202 {} {\"id\":\"" + anId() + "\"}"));
                }
            }
            return made;
        }

        private LockEntry opened(LockEntry.Intent intent) {
            return chance.below(2) == 0 ? intent : intent.doubt("no answer", Records.AT, "run");
        }

        private LockEntry entry(LockEntry.Intent intent) {
            return switch (chance.below(4)) {
                case 0 ->
                    intent.confirm(
                            new RemoteReference(anId(), Optional.empty(), Optional.empty(), OptionalInt.empty()),
                            List.of(),
                            Records.AT,
                            "run",
                            "answered");
                case 1 -> intent.abandon(chance.below(2) == 0, "given up", Records.AT, "dana");
                default -> opened(intent);
            };
        }

        private Attempt attempt(Campaign campaign) {
            var kept = Records.attempt(campaign);
            var posted = new RequestSummary(
                    List.of(Samples.label(1)),
                    List.of(),
                    List.of(Samples.label(9)),
                    0,
                    chance.below(3) == 0 ? Optional.of(Records.AT.plus(Duration.ofDays(1))) : Optional.empty(),
                    List.of(Samples.SALES_LINE),
                    Optional.of(Sha256.of(TEXT)),
                    Optional.empty(),
                    Optional.empty());
            return new Attempt(
                    kept.identity(),
                    kept.marker(),
                    Fingerprint.of(campaign),
                    kept.payload(),
                    kept.plan(),
                    kept.nonce(),
                    kept.run(),
                    kept.at(),
                    kept.notAfter(),
                    kept.audience(),
                    chance.below(5) == 0 ? Optional.empty() : Optional.of(posted));
        }

        private RemoteId anId() {
            return new RemoteId("campaign_" + chance.below(10));
        }

        private RemoteCampaign campaign(RemoteId id) {
            var marker = Marker.of(Records.WORKSPACE.workspaceId(), Records.identity(chance.oneOf(KEYS)));
            var ours = Records.campaign("autumn/1").name() + marker.suffix();
            return new RemoteCampaign(
                    id,
                    mostly(ours, List.of("Other" + marker.suffix(), "No marker", ours + " copy")),
                    mostly(CampaignRequest.TYPE, List.of("", "SMS")),
                    "sending",
                    mostly(
                            Optional.of(TEXT),
                            List.of(Optional.empty(), Optional.of("other"), Optional.of(TEXT + "\r\n"))),
                    Optional.of(Records.AT.plusSeconds(chance.below(300_000) - 150_000)),
                    mostly(Optional.empty(), List.of(start(1), start(9))),
                    mostly(List.of(Samples.SALES_LINE), List.of(List.of())),
                    mostly(OptionalInt.empty(), List.of(OptionalInt.of(99_999))),
                    Optional.empty(),
                    Map.of(),
                    mostly(Map.of(), List.of(Map.of(Selector.ANY, Set.of("another label")))));
        }

        private static Optional<ReportedTime> start(int days) {
            return Optional.of(new ReportedTime(Records.AT.plus(Duration.ofDays(days)), true));
        }

        private <T> T mostly(T usual, List<T> others) {
            return chance.below(8) == 0 ? chance.oneOf(others) : usual;
        }

        private HostileWorkspace workspace() {
            var jobs = List.of(new RemoteJob(
                    "job_1",
                    "finished",
                    Optional.of(anId().value()),
                    Optional.of(Records.AT.plusSeconds(chance.below(2000)))));
            return new HostileWorkspace(
                    List.<Phone>of(),
                    campaigns,
                    new HashSet<>(List.of(anId(), anId(), anId())),
                    Set.of(anId()),
                    jobs,
                    new Capabilities(false, false, false, chance.below(4) > 0, chance.below(4) > 0, false),
                    chance.below(5) == 0,
                    Optional.of(Duration.ofSeconds(chance.below(7200) - 3600)).filter(any -> chance.below(2) == 0));
        }
    }
}
