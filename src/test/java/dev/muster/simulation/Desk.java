package dev.muster.simulation;

import dev.muster.Muster;
import dev.muster.apply.Applier;
import dev.muster.diagnostic.Places;
import dev.muster.doubt.DoubtAnswer;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.PersonAnswer;
import dev.muster.doubt.Tolerance;
import dev.muster.lock.EntryState;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.PlanContext;
import dev.muster.plan.approval.Approval;
import dev.muster.plan.approval.Approver;
import dev.muster.plan.approval.Decision;
import dev.muster.testing.ApplyHarness;
import dev.muster.testing.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where one person works: runs `apply` now and then, and answers what became of a doubt, truthfully and not too early. */
final class Desk {
    private static final Duration CLAIM_AND_SETTLE = Duration.ofMinutes(26);
    private static final List<Duration> GAPS =
            List.of(Duration.ofMinutes(2), Duration.ofHours(2), Duration.ofMinutes(12), Duration.ofMinutes(40));

    private final World world;
    private final int actor;

    Desk(World world, int actor) {
        this.world = world;
        this.actor = actor;
    }

    void work(int runs) {
        try {
            for (int run = 0; run < runs; run++) {
                apply();
                mayAnswer();
                edit();
                world.pass(GAPS.get(
                        world.setup().actors() == 1 ? run % 2 : world.choices().any(GAPS.size())));
            }
        } catch (Death gone) {
            // a promise was broken elsewhere
        } catch (Error | RuntimeException broken) {
            world.violated(Violation.of(broken));
        }
    }

    private void edit() {
        if (world.setup().actors() == 1) {
            world.newsroom().editAll();
            return;
        }
        var keys = world.newsroom().keys();
        var key = keys.get(world.choices().any(keys.size()));
        world.newsroom().edit(key);
        boolean givenUp = world.durable()
                .flatMap(lock ->
                        lock.entry(CampaignIdentity.parse(world.newsroom().identity(key))))
                .filter(LockEntry.Abandoned.class::isInstance)
                .isPresent();
        if (givenUp) {
            world.newsroom().raise(key);
        }
    }

    /** A whole run of the program, which may end anywhere. */
    void apply() {
        var life = new Life(world, actor);
        try {
            apply(life, store(life), life.clock());
        } catch (Death | SenderFault | LockException ended) {
            world.requireGoingOn(); // and the next run finds what this one left
        }
    }

    private LockStore store(Life life) {
        var store = world.setup().shared()
                ? new SharedLockStore(world.design().record(life.shared()))
                : Lane.store(life.disk());
        return world.design().store(life.named(store));
    }

    private void apply(Life life, LockStore store, Clock clock) {
        var design = world.design();
        design.reconcile(store, world, clock);
        var lock = store.load();
        var policy = design.policy(ApplyHarness.POLICY);
        var context =
                new PlanContext(Records.WORKSPACE, settings(), policy, lock, new Places(Map.of()), clock.instant());
        var plan = Muster.plan(
                world.newsroom().definitions(settings(), policy, design::campaign),
                context,
                Set.of(),
                Optional.of(design.workspace(world.seax())));
        if (plan.creates().isEmpty()) {
            if (plan.hasOpenSends()) {
                reconcile(store, life);
            }
            return;
        }
        var decision = Approver.decide(plan, lock, Approval.ofMessages(plan.messages()), ApplyHarness.GAUGE);
        if (decision instanceof Decision.Approved approved) {
            try (var run = store.begin(who())) {
                if (approved.plan().plan().isMadeFor(run.lock())) {
                    reconcile(run, now(life));
                    var applier = new Applier(
                            run,
                            who(),
                            design.sender(life.sender()),
                            Records.NO_NUMBERS,
                            design.receipts(life.receipts()),
                            clock,
                            () -> "nonce-" + world.number(),
                            () -> false,
                            effect -> world.saw(effect.getClass().getSimpleName()));
                    Muster.apply(approved.plan(), applier);
                }
            }
        }
    }

    private WorkspaceSettings settings() {
        return world.setup().receipts() ? ApplyHarness.WITH_RECEIPTS : ApplyHarness.SETTINGS;
    }

    private void reconcile(LockStore store, Life life) {
        try (var run = store.begin(who())) {
            reconcile(run, now(life));
        }
    }

    /** What SeaX proves of earlier sends is recorded before anything is sent. */
    private void reconcile(ExclusiveRun run, Instant now) {
        var lock = run.lock();
        lock.entries().values().stream()
                .filter(LockEntry::isOpen)
                .flatMap(entry -> new OpenSendEvidence(entry, lock, listed(), now).evident("run-" + actor).stream())
                .toList()
                .forEach(run::record);
    }

    /** SeaX says by its answers how far its clock is ahead. */
    private Instant now(Life life) {
        var ours = life.clock().instant();
        return OpenSendEvidence.judgedAt(
                ours, Optional.of(Duration.between(ours, world.time().truth())));
    }

    private Optional<List<RemoteCampaign>> listed() {
        return world.setup().lists() ? Optional.of(world.seax().campaigns(Instant.EPOCH)) : Optional.empty();
    }

    private RunIdentity who() {
        return new RunIdentity("run-" + actor, "dana", "0.1.0", Optional.empty());
    }

    void mayAnswer() {
        var open = open();
        if (!open.isEmpty()) {
            var entry = open.get(world.choices().any(open.size()));
            switch (world.choices().any(world.setup().actors() == 1 ? 2 : 3)) {
                case 1 -> answer(entry.identity(), false);
                case 2 -> answer(entry.identity(), true);
                default -> {}
            }
        }
    }

    private List<LockEntry> open() {
        return world.durable().stream()
                .flatMap(lock -> lock.entries().values().stream())
                .filter(LockEntry::isOpen)
                .toList();
    }

    /** As {@code muster resolve} does it: the exclusive run first, then the evidence, then the entry. */
    private void answer(CampaignIdentity identity, boolean givesUp) {
        var life = new Life(world, actor);
        try (var run = store(life).begin(who())) {
            run.lock()
                    .entry(identity)
                    .filter(LockEntry::isOpen)
                    .flatMap(entry -> ending(entry, run.lock(), now(life), givesUp))
                    .ifPresent(run::record);
        } catch (Death | LockException ended) {
            world.requireGoingOn();
        }
    }

    private Optional<LockEntry> ending(LockEntry entry, Lock lock, Instant now, boolean givesUp) {
        var doubt = new OpenSendEvidence(entry, lock, listed(), now);
        var ending = givesUp ? Optional.of(new PersonAnswer(doubt, "nobody knows", "dana").abandon()) : truth(doubt);
        return ending.flatMap(found -> found instanceof DoubtAnswer.Settled<LockEntry> settled
                ? Optional.of(settled.entry())
                : Optional.empty());
    }

    /** What a person who knows SeaX's ledger says, once nothing can be on its way any more. */
    private Optional<DoubtAnswer<LockEntry>> truth(OpenSendEvidence doubt) {
        var marker = doubt.entry().attempt().marker();
        var sent = world.seax().byMarker().get(marker);
        if (sent != null) {
            return world.seax()
                    .campaign(sent.id())
                    .map(campaign ->
                            new PersonAnswer(doubt, "seen", "dana").sent(sent.id(), campaign, Tolerance.NOTHING));
        }
        boolean settled = !world.seax().isUnderWay(marker)
                && !world.time()
                        .truth()
                        .isBefore(world.promises().intended(marker).plus(CLAIM_AND_SETTLE));
        return settled
                ? Optional.of(new PersonAnswer(doubt, "not in the dashboard", "dana").notSent())
                : Optional.empty();
    }

    /** Everything that a person can do when nothing goes wrong: answer, or give up what cannot be proved; edit; apply. */
    void settleAll() {
        try {
            open().forEach(entry -> answer(entry.identity(), false));
            open().forEach(entry -> answer(entry.identity(), true));
            world.newsroom().editAll();
            apply();
        } catch (Death gone) {
            // the promise that was broken is noted
        } catch (Error | RuntimeException broken) {
            world.violated(Violation.of(broken));
        }
    }

    /** An entry that should be settled and is not. */
    Optional<LockEntry> unsettled() {
        return world.durable().stream()
                .flatMap(lock -> lock.entries().values().stream())
                .filter(entry ->
                        entry.isOpen() || (entry.state() == EntryState.REJECTED && !mayHaveBeenSentBefore(entry)))
                .findFirst();
    }

    /** An earlier generation was given up and is on SeaX after all: a person has to say that people may get it again. */
    private boolean mayHaveBeenSentBefore(LockEntry entry) {
        var identity = entry.identity();
        return java.util.stream.IntStream.range(1, identity.generation())
                .mapToObj(earlier -> new CampaignIdentity(identity.key(), earlier))
                .anyMatch(earlier -> world.seax().sends(Marker.of(Records.WORKSPACE.workspaceId(), earlier)) > 0);
    }
}
