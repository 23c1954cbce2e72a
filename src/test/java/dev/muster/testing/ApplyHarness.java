package dev.muster.testing;

import dev.muster.apply.Applier;
import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.apply.CampaignSender;
import dev.muster.apply.StopSignal;
import dev.muster.diagnostic.Places;
import dev.muster.diff.Change;
import dev.muster.diff.Differ;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.model.Campaign;
import dev.muster.model.Dialect;
import dev.muster.model.LabelName;
import dev.muster.model.Sha256;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanContext;
import dev.muster.plan.Planner;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.ApprovedPlan;
import dev.muster.plan.approval.Approver;
import dev.muster.plan.approval.Decision;
import dev.muster.plan.approval.DriftGauge;
import dev.muster.resolve.Resolver;
import dev.muster.resolve.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stations 5 to 10 over fakes: plans, approves and applies campaigns as the program does, on a clock that a test moves. */
public final class ApplyHarness {
    /** A remote workspace without any peculiarity. */
    public static final WorkspaceSettings SETTINGS = new WorkspaceSettings(
            Records.WORKSPACE.name(),
            new WorkspaceSettings.Remote(
                    Records.WORKSPACE.baseUrl(),
                    Records.WORKSPACE.workspaceId(),
                    new WorkspaceSettings.KeyFromEnvironment("SEAX_API_KEY"),
                    WorkspaceSettings.Remote.DEFAULT_REQUESTS_PER_SECOND,
                    WorkspaceSettings.NetworkSettings.NONE),
            Dialect.TUTORIAL,
            LockSettings.FILE,
            WorkspaceSettings.DEFAULT_HORIZON,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            WorkspaceSettings.Precautions.NONE,
            Optional.empty());

    /** The same, where every campaign has its receipt label. */
    public static final WorkspaceSettings WITH_RECEIPTS = new WorkspaceSettings(
            SETTINGS.name(),
            SETTINGS.host(),
            SETTINGS.api(),
            SETTINGS.lock(),
            SETTINGS.horizon(),
            SETTINGS.labels(),
            SETTINGS.acceptUnverifiedAudiences(),
            SETTINGS.account(),
            new WorkspaceSettings.Precautions(true, Optional.empty()),
            Optional.empty());

    /** Nobody with DNC is messaged; no other limit. */
    public static final Policy POLICY = excluding("DNC");

    /** Compares rosters under a key that is no secret. */
    public static final DriftGauge GAUGE = new DriftGauge(
            text -> Long.parseUnsignedLong(Sha256.of(text).value().substring(7, 23), 16), DriftLimit.DEFAULT);

    private final Workspace workspace;
    private final LockStore store;
    private final HandClock clock;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger nonces = new AtomicInteger();

    public ApplyHarness(Workspace workspace, LockStore store, HandClock clock) {
        this.workspace = workspace;
        this.store = store;
        this.clock = clock;
    }

    /** In the small world, with nothing sent yet. */
    public static ApplyHarness of(LockStore store) {
        return new ApplyHarness(Worlds.small(), store, new HandClock(Records.AT));
    }

    /** Nobody with one of these labels is messaged; no other limit. */
    public static Policy excluding(String... labels) {
        return new Policy(
                Stream.of(labels).map(LabelName::new).toList(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Policy.DEFAULT_MIN_LEAD,
                Restrictions.NONE,
                DriftLimit.DEFAULT,
                Policy.DEFAULT_PLAN_VALID_FOR,
                OptionalDouble.empty());
    }

    public HandClock clock() {
        return clock;
    }

    public Plan plan(List<Campaign> campaigns) {
        var lock = store.load();
        var context = new PlanContext(Records.WORKSPACE, SETTINGS, POLICY, lock, new Places(Map.of()), clock.instant());
        var changes = Differ.diff(campaigns, lock);
        var unsent = changes.stream()
                .filter(change -> change instanceof Change.Added || change instanceof Change.Refused)
                .flatMap(change -> change.definition().stream())
                .toList();
        approve(unsent);
        var resolution = Resolver.resolve(unsent, workspace, SETTINGS, POLICY, context.places());
        return Planner.plan(changes, context, Optional.of(resolution), List.of(), resolution.remote());
    }

    /** WhatsApp has approved every text of a rehearsal: whether it has is another test's story. */
    private void approve(List<Campaign> campaigns) {
        if (workspace instanceof FakeWorkspace fake) {
            campaigns.forEach(campaign -> fake.approve(campaign.message().text()));
        }
    }

    public ApprovedPlan approved(List<Campaign> campaigns) {
        var plan = plan(campaigns);
        var decision = Approver.decide(plan, store.load(), Approval.ofMessages(plan.messages()), GAUGE);
        if (decision instanceof Decision.Approved approved) {
            return approved.plan();
        }
        throw new IllegalStateException("not approved: " + decision);
    }

    public ApplyReport apply(List<Campaign> campaigns, CampaignSender sender) {
        return apply(campaigns, sender, () -> false, effect -> {});
    }

    /** A whole run: plan, approval, exclusive run, sends. */
    public ApplyReport apply(
            List<Campaign> campaigns, CampaignSender sender, StopSignal stop, Consumer<ApplyResult> progress) {
        var approved = approved(campaigns);
        var who = new RunIdentity("run-" + runs.incrementAndGet(), "dana", "0.1.0", Optional.empty());
        try (var run = store.begin(who)) {
            return new Applier(
                            run, who, sender, Records.NO_NUMBERS, Records.NO_LABELS, clock, this::nonce, stop, progress)
                    .apply(approved);
        }
    }

    /** Lets time pass between two runs. */
    public void later(Duration by) {
        clock.advance(by);
    }

    private String nonce() {
        return "nonce-" + nonces.incrementAndGet();
    }
}
