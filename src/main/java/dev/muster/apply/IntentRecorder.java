package dev.muster.apply;

import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.plan.Action;
import dev.muster.plan.FinalRequest;
import dev.muster.plan.approval.ApprovedPlan;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the intent of one campaign durable before anything is posted for it, or says why nothing may be. */
record IntentRecorder(
        ExclusiveRun run,
        RunIdentity who,
        CampaignSender sender,
        ReceiptLabels labels,
        Clock clock,
        Supplier<String> nonces,
        ApprovedPlan approved) {
    /** What became of the intent. */
    sealed interface Result {
        /** It is durable, and allows this one post. */
        record Recorded(Posting posting, LockEntry.Intent intent) implements Result {}

        /** There is none, and nothing may be posted. */
        record Prevented(ApplyResult why) implements Result {}
    }

    Result record(Action.Create create) {
        var before = run.entry(create.request().identity());
        return before.flatMap(IntentRecorder::recordedMeanwhile)
                .or(() -> outdated(create))
                .<Result>map(why -> prevented(create, why))
                .orElseGet(() -> reserve(create, before));
    }

    private static Result prevented(Action.Create create, String why) {
        return prevented(create.request().identity(), why);
    }

    static Result prevented(CampaignIdentity identity, String why) {
        return new Result.Prevented(new ApplyResult.NotTried(identity, why));
    }

    /** Whoever is left out of a later wave was looked up for this plan: who was added since is not among them. */
    private Optional<String> outdated(Action.Create create) {
        boolean isLater = !create.completion().leftOut().isEmpty();
        var readAt = approved.plan().at();
        return isLater && clock.instant().isAfter(readAt.plus(Applier.CLAIM))
                ? Optional.of("whom the earlier waves reached was looked up more than ten minutes ago: apply again")
                : Optional.empty();
    }

    /** A record that machines share may have moved on since the plan: what another run has in hand is not sent here too. */
    static Optional<String> recordedMeanwhile(LockEntry entry) {
        return entry instanceof LockEntry.Rejected
                ? Optional.empty()
                : Optional.of("another run recorded it as " + SendState.of(entry) + " meanwhile");
    }

    private Result reserve(Action.Create create, Optional<LockEntry> before) {
        var reservation = ReceiptReservation.around(create, labels, run.lineage());
        return reservation
                .refusal()
                .map(why -> prevented(create, why))
                .orElseGet(() -> record(create, before, create.complete(reservation.receipt(), clock.instant())));
    }

    /** Without a durable intent nothing may be posted. What was sent before stands, so this is a result and no crash. */
    private Result record(Action.Create create, Optional<LockEntry> before, FinalRequest posting) {
        return record(before, attempt(create, posting), new CampaignPosting(create, posting, sender));
    }

    Result record(Optional<LockEntry> before, Attempt attempt, Posting posting) {
        var intent = LockEntry.intend(before, attempt);
        try {
            run.record(intent);
        } catch (RuntimeException failure) {
            return prevented(intent.identity(), "the lock cannot be written: " + failure.getMessage());
        }
        return new Result.Recorded(posting, intent);
    }

    /** Records that nothing is posted, because everybody left meanwhile. */
    Result nobodyLeft(Optional<LockEntry> before, Attempt attempt) {
        var why = "nothing is sent: everybody in it carries an excluded label by now";
        var intent = LockEntry.intend(before, attempt);
        try {
            run.record(intent);
            run.record(intent.abandon(true, why, clock.instant(), who.id()));
        } catch (RuntimeException failure) {
            return prevented(intent.identity(), "the lock cannot be written: " + failure.getMessage());
        }
        return new Result.Prevented(new ApplyResult.NobodyLeft(intent.identity(), why));
    }

    private Attempt attempt(Action.Create create, FinalRequest posting) {
        var request = posting.request();
        return attempt(
                request.identity(),
                request.marker(),
                create.fingerprint(),
                Optional.of(posting.payload()),
                new AudienceCounts(create.people(), create.messages(), create.excluded(), create.isAtMost()),
                RequestSummary.of(request, posting.receipt(), approved.kept(create)));
    }

    Attempt attempt(
            CampaignIdentity identity,
            Marker marker,
            Fingerprint fingerprint,
            Optional<Sha256> payload,
            AudienceCounts audience,
            RequestSummary posted) {
        var now = clock.instant();
        return new Attempt(
                identity,
                marker,
                fingerprint,
                payload,
                Optional.of(approved.reviewed()),
                nonces.get(),
                who,
                now,
                now.plus(Applier.CLAIM),
                audience,
                Optional.of(posted));
    }
}
