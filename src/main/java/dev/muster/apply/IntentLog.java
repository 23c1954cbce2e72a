package dev.muster.apply;

import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignIdentity;
import dev.muster.plan.Action;
import dev.muster.plan.FinalRequest;
import dev.muster.plan.approval.ApprovedPlan;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The intents of one run: durable before anything is posted, and each used once or given back. Where a step of the lock is
 * dear, the next few campaigns share one ({@link ExclusiveRun#claimsPerStep}); they are still posted one at a time.
 */
final class IntentLog {
    private final ExclusiveRun run;
    private final RunIdentity who;
    private final ReceiptLabels labels;
    private final Clock clock;
    private final Supplier<String> nonces;
    private final ApprovedPlan approved;
    private final Map<CampaignIdentity, Integer> places = new HashMap<>();
    private final Map<CampaignIdentity, Claim> unused = new HashMap<>();

    IntentLog(
            ExclusiveRun run,
            RunIdentity who,
            ReceiptLabels labels,
            Clock clock,
            Supplier<String> nonces,
            ApprovedPlan approved) {
        this.run = run;
        this.who = who;
        this.labels = labels;
        this.clock = clock;
        this.nonces = nonces;
        this.approved = approved;
        approved.creates().forEach(create -> places.put(create.request().identity(), places.size()));
    }

    /** A durable intent, and what it allows to post. */
    record Claim(Action.Create create, FinalRequest posting, LockEntry.Intent intent) {}

    /** Makes sure of an intent for this campaign; what prevents it is an effect, and nothing may be posted then. */
    Optional<ApplyResult> make(Action.Create create) {
        if (unused.containsKey(create.request().identity())) {
            return Optional.empty();
        }
        var claims = new ArrayList<Claim>();
        for (var next : nextFrom(create)) {
            var prevented = prepare(next, claims);
            if (prevented.isPresent()) {
                // one that is not the first meets the same when it is its turn
                return claims.isEmpty() ? prevented : record(claims);
            }
        }
        return record(claims);
    }

    /** The intent that was made, for the one post that it allows. */
    Claim use(Action.Create create) {
        return Optional.ofNullable(unused.remove(create.request().identity()))
                .orElseThrow(() -> new IllegalStateException(
                        "no intent for " + create.request().identity()));
    }

    /** The run ends before this campaign: an intent it may have is recorded as not used. */
    ApplyResult giveBack(Action.Create create, String why) {
        var identity = create.request().identity();
        var claim = Optional.ofNullable(unused.remove(identity));
        var stays = claim.flatMap(unneeded -> recordUnused(unneeded, why));
        return new ApplyResult.NotTried(
                identity, stays.map(failure -> why + "; " + failure).orElse(why));
    }

    private Optional<String> recordUnused(Claim claim, String why) {
        var now = clock.instant();
        try {
            run.record(claim.intent().reject("not posted: " + why, Optional.of(now), now, who.id()));
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of("that it was not posted could not be recorded: " + failure.getMessage());
        }
    }

    private List<Action.Create> nextFrom(Action.Create create) {
        var creates = approved.creates();
        int first = places.getOrDefault(create.request().identity(), 0);
        return creates.subList(first, Math.min(creates.size(), first + run.claimsPerStep()));
    }

    private Optional<ApplyResult> prepare(Action.Create create, List<Claim> claims) {
        var before = run.entry(create.request().identity());
        return before.flatMap(IntentLog::recordedMeanwhile)
                .or(() -> outdated(create))
                .or(() -> fence(create, before, claims));
    }

    /** Whoever is left out of a later wave was looked up for this plan: who was added since is not among them. */
    private Optional<ApplyResult> outdated(Action.Create create) {
        boolean isLater = !create.completion().leftOut().isEmpty();
        var readAt = approved.plan().at();
        return isLater && clock.instant().isAfter(readAt.plus(Applier.CLAIM))
                ? Optional.of(new ApplyResult.NotTried(
                        create.request().identity(),
                        "whom the earlier waves reached was looked up more than ten minutes ago: apply again"))
                : Optional.empty();
    }

    /** A record that machines share may have moved on since the plan: what another run has in hand is not sent here too. */
    private static Optional<ApplyResult> recordedMeanwhile(LockEntry entry) {
        return entry instanceof LockEntry.Rejected
                ? Optional.empty()
                : Optional.of(new ApplyResult.NotTried(
                        entry.identity(), "another run recorded it as " + SendState.of(entry) + " meanwhile"));
    }

    private Optional<ApplyResult> fence(Action.Create create, Optional<LockEntry> before, List<Claim> claims) {
        var fence = ReceiptReservation.around(create, labels, run.lineage());
        if (fence.refusal().isPresent()) {
            return Optional.of(new ApplyResult.NotTried(
                    create.request().identity(), fence.refusal().get()));
        }
        var posting = create.complete(fence.receipt(), clock.instant());
        claims.add(new Claim(create, posting, LockEntry.intend(before, attempt(create, posting))));
        return Optional.empty();
    }

    /** Without a durable intent nothing may be posted. What was sent before stands, so this is an effect and no crash. */
    private Optional<ApplyResult> record(List<Claim> claims) {
        try {
            run.claim(claims.stream().map(Claim::intent).toList());
        } catch (RuntimeException failure) {
            var why = "the lock cannot be written: " + failure.getMessage();
            return Optional.of(new ApplyResult.NotTried(claims.get(0).intent().identity(), why));
        }
        claims.forEach(claim -> unused.put(claim.intent().identity(), claim));
        return Optional.empty();
    }

    private Attempt attempt(Action.Create create, FinalRequest posting) {
        var request = posting.request();
        var now = clock.instant();
        return new Attempt(
                request.identity(),
                request.marker(),
                create.fingerprint(),
                Optional.of(posting.payload()),
                Optional.of(approved.reviewed()),
                nonces.get(),
                who,
                now,
                now.plus(Applier.CLAIM),
                new AudienceCounts(create.people(), create.messages(), create.excluded(), create.isAtMost()),
                Optional.of(RequestSummary.of(request, posting.receipt(), approved.kept(create))));
    }
}
