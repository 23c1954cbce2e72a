package dev.muster.process;

import dev.muster.apply.Applier;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Places;
import dev.muster.diff.Differ;
import dev.muster.http.RetryDelay;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.LastSeenStep;
import dev.muster.lock.file.LocalDisk;
import dev.muster.lock.postgres.PostgresDatabase;
import dev.muster.lock.postgres.PostgresLockStore;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.Expectation;
import dev.muster.model.LabelName;
import dev.muster.model.Message;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import dev.muster.plan.PlanContext;
import dev.muster.plan.Planner;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.Approver;
import dev.muster.plan.approval.Decision;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.Resolver;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.seax.ApiKey;
import dev.muster.seax.SeaxConnector;
import dev.muster.seax.SeaxEndpoint;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * One runner of a fleet, in a process of its own: the stages of the program from the resolver to the applier over the
 * PostgreSQL store and SeaX's own client, without the command line around them, whose start would take longer than the race.
 * It picks a campaign that nobody has claimed, sends it, and goes on until there is none left.
 */
final class Racer {
    /** How many campaigns there are to race for. */
    static final int CAMPAIGNS = 200;

    private static final String ALIKE = "they are all alike";

    /** Another run is at it, or was faster: nothing was sent, so try again. */
    private static final Set<LockException.Why> BEATEN =
            EnumSet.of(LockException.Why.HELD, LockException.Why.OVERTAKEN);

    private static final List<Campaign> CHOICE =
            IntStream.range(0, CAMPAIGNS).mapToObj(Racer::campaign).toList();

    private final SeaxEndpoint endpoint;
    private final WorkspaceIdentity workspace;
    private final LockStore store;
    private final Random random;
    private final Resolution resolution;

    private Racer(String lockUrl, String baseUrl, String key, long seed) {
        this.endpoint = new SeaxEndpoint(baseUrl, Sandbox.WORKSPACE_ID, ApiKey.of(key));
        this.workspace = workspace(baseUrl);
        this.store = store(lockUrl, workspace, Path.of(""));
        this.random = new Random(seed);
        this.resolution = resolved(20);
    }

    /** A list that others add to while it is read is not trusted: then the job is run again. */
    private Resolution resolved(int tries) {
        try (var seax = SeaxConnector.workspace(endpoint, name -> null, RetryDelay.SLEEPING, random)) {
            return Resolver.resolve(CHOICE, seax, ApplyHarness.SETTINGS, ApplyHarness.POLICY, new Places(Map.of()));
        } catch (EnvironmentException unsteady) {
            if (tries <= 1) {
                throw unsteady;
            }
            return resolved(tries - 1);
        }
    }

    /** Arguments: the URL of the lock, the base URL and the key of SeaX, and a seed. */
    public static void main(String[] args) {
        new Racer(args[0], args[1], args[2], Long.parseLong(args[3])).race();
    }

    static WorkspaceIdentity workspace(String baseUrl) {
        return new WorkspaceIdentity("production", Sandbox.WORKSPACE_ID, baseUrl);
    }

    static LockStore store(String url, WorkspaceIdentity workspace, Path folder) {
        var here = new LockEnvironment(
                () -> UUID.randomUUID().toString(),
                Clock.systemUTC(),
                ProcessHandle.current().pid(),
                "racer.example");
        var seen = new LastSeenStep(new LocalDisk(), folder, workspace.name(), here.pid());
        return new PostgresLockStore(
                PostgresDatabase.of("RACE", url, Optional.empty()), workspace, here, Racer::waitALittle, seen);
    }

    /** The product waits a second for its turn; sixteen on one machine need not. */
    private static void waitALittle(Duration pause) {
        LockSupport.parkNanos(Math.min(pause.toNanos(), Duration.ofMillis(30).toNanos()));
    }

    private void race() {
        while (!isOver(store.load())) {
            try {
                sendOne();
            } catch (LockException e) {
                if (!BEATEN.contains(e.why())) {
                    throw e;
                }
                waitALittle(Duration.ofSeconds(1));
            }
        }
    }

    private static boolean isOver(Optional<Lock> lock) {
        return lock.map(record -> record.entries().size()).orElse(0) == CAMPAIGNS;
    }

    private void sendOne() {
        var who = new RunIdentity(UUID.randomUUID().toString(), "racer", "0.1.0", Optional.empty());
        try (var run = store.begin(who)) {
            var lock = run.lock();
            var unclaimed = new ArrayList<>(CHOICE);
            unclaimed.removeIf(campaign -> lock.entry(campaign.identity()).isPresent());
            if (unclaimed.isEmpty()) {
                return;
            }
            var campaign = unclaimed.get(random.nextInt(unclaimed.size()));
            var sender = SeaxConnector.sender(endpoint, name -> null);
            new Applier(
                            run,
                            who,
                            sender,
                            Records.NO_NUMBERS,
                            Records.NO_LABELS,
                            Clock.systemUTC(),
                            () -> UUID.randomUUID().toString(),
                            () -> false,
                            effect -> System.out.println(effect))
                    .apply(((Decision.Approved) decision(campaign, lock)).plan());
        }
    }

    private Decision decision(Campaign campaign, Lock lock) {
        var context = new PlanContext(
                workspace,
                ApplyHarness.SETTINGS,
                ApplyHarness.POLICY,
                Optional.of(lock),
                new Places(Map.of()),
                Clock.systemUTC().instant());
        var changes = Differ.diff(List.of(campaign), Optional.of(lock));
        var plan = Planner.plan(changes, context, Optional.of(resolution), List.of(), resolution.remote());
        return Approver.decide(plan, Optional.of(lock), Approval.ofMessages(plan.messages()), ApplyHarness.GAUGE);
    }

    private static Campaign campaign(int number) {
        return new Campaign(
                new CampaignIdentity(new CampaignKey("campaign-" + number), 1),
                "Campaign " + number,
                Optional.of("crm-team"),
                List.of(new SenderName("Sales Line")),
                new Audience<>(List.of(new LabelName(Posts.LABEL)), List.of(), List.of(), List.of()),
                Expectation.NONE,
                new Message(
                        "This is a test of our message system. Nothing to do for you.",
                        List.of(),
                        false,
                        Optional.empty(),
                        Map.of()),
                new Schedule.Immediately(),
                List.of(),
                Map.of("plan/looks-like-a-rename", ALIKE),
                List.of());
    }
}
