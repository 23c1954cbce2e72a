package dev.muster.apply;

import dev.muster.lock.Attempt;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RunIdentity;
import dev.muster.plan.approval.ApprovedPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Station 10: for each create of an approved plan, in order and one at a time: record the intent durably, post once, record
 * the outcome. It stops on doubt, on an anomaly, when SeaX refuses the run as a whole, when it stood still for longer than an
 * intent is good for, and when asked to. There is no retry.
 *
 * @param numbers what it takes to send by numbers
 * @param nonces a new unique value at each call
 * @param progress is told of each effect once it is durable
 */
public record Applier(
        ExclusiveRun run,
        RunIdentity who,
        CampaignSender sender,
        NumbersPorts numbers,
        ReceiptLabels labels,
        Clock clock,
        Supplier<String> nonces,
        StopSignal stop,
        Consumer<ApplyResult> progress) {
    /** How long an intent may be acted on; a run that was paused for longer must not post any more. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** The longest a post takes; there must be that much left of the claim when it starts. */
    static final Duration LONGEST_POST = Duration.ofSeconds(75);

    /** Carries the plan out as far as it safely can. */
    public ApplyReport apply(ApprovedPlan approved) {
        var effects = new ArrayList<ApplyResult>();
        recordSuppression(approved);
        var intents = new IntentRecorder(run, who, sender, labels, clock, nonces, approved);
        var halt = Optional.<String>empty();
        var begun = clock.instant();
        for (var send : PlannedSends.of(approved, intents, numbers)) {
            halt = halt.isPresent() ? halt : haltsBefore(begun);
            begun = clock.instant();
            var held = halt.isPresent() ? Optional.<String>empty() : send.heldBack();
            var effect = halt.or(() -> held)
                    .<ApplyResult>map(why -> new ApplyResult.NotTried(send.identity(), why))
                    .orElseGet(() -> send(send.record()));
            effects.add(effect);
            progress.accept(effect);
            send.ended(effect);
            halt = held.isPresent() ? halt : halt.or(() -> haltsAfter(effect));
        }
        return new ApplyReport(effects, stop.isRaised());
    }

    /** The next plan holds the suppression labels against what they were at this send. */
    private void recordSuppression(ApprovedPlan approved) {
        var found = approved.plan().crowd().suppressionAt(clock.instant());
        if (!found.isEmpty() && !approved.creates().isEmpty()) {
            run.suppress(found);
        }
    }

    /** What was approved was to be sent then: a run that slept since the last campaign was begun sends nothing more. */
    private Optional<String> haltsBefore(Instant lastBegun) {
        if (stop.isRaised()) {
            return Optional.of("interrupted");
        }
        return clock.instant().isAfter(lastBegun.plus(CLAIM))
                ? Optional.of("the run stood still for more than ten minutes; plan again")
                : Optional.empty();
    }

    private ApplyResult send(IntentRecorder.Result intent) {
        return intent instanceof IntentRecorder.Result.Prevented prevented
                ? prevented.why()
                : post((IntentRecorder.Result.Recorded) intent);
    }

    private ApplyResult post(IntentRecorder.Result.Recorded recorded) {
        var posting = recorded.posting();
        var intent = recorded.intent();
        var tooLate = tooLate(posting, intent.attempt());
        if (tooLate.isPresent()) {
            return settle(intent, new SendResult.Refused(tooLate.get(), Optional.of(Duration.ZERO), false), posting);
        }
        var answer = stop.patiently(posting::send);
        return outcome(posting, intent, answer);
    }

    /** From here on SeaX may have acted: whatever fails must leave a trace and no second send. */
    private ApplyResult outcome(Posting posting, LockEntry.Intent intent, PostResponse answer) {
        witness(intent, posting.discreet(RawResponseText.of(answer)));
        return settle(intent, posting.classify(answer, intent.attempt().at()), posting);
    }

    private void witness(LockEntry.Intent intent, String answer) {
        try {
            run.witness(intent.identity(), answer);
        } catch (RuntimeException failure) {
            // the verdict is recorded next; if that fails too, both failures have one cause and the user is told it
            // whole
        }
    }

    private ApplyResult settle(LockEntry.Intent intent, SendResult result, Posting posting) {
        var entry = new OutcomeRecorder(intent, run::recordedWith, clock.instant(), who.id())
                .entry(result, posting.messages(), posting.expect());
        try {
            run.record(entry);
        } catch (RuntimeException failure) {
            return notRecorded(intent, entry, result, failure);
        }
        return OutcomeRecorder.effect(entry, result, posting.messages());
    }

    private static ApplyResult notRecorded(
            LockEntry.Intent intent, LockEntry entry, SendResult result, RuntimeException failure) {
        var outcome = OutcomeRecorder.outcome(result) + "; it could not be recorded: " + failure.getMessage();
        return new ApplyResult.NotRecorded(entry, outcome, OutcomeRecorder.recovery(intent, result));
    }

    /** The self-fence: a run that was paused, or that starts too close to the campaign's start, does not post. */
    private Optional<String> tooLate(Posting posting, Attempt attempt) {
        var now = clock.instant();
        if (now.isAfter(attempt.notAfter().minus(LONGEST_POST))) {
            return Optional.of("the claim expired before it was used");
        }
        return posting.tooLate(now)
                .or(() -> stop.isRaised() ? Optional.of("interrupted before it was posted") : Optional.empty());
    }

    private Optional<String> haltsAfter(ApplyResult effect) {
        if (effect instanceof ApplyResult.InDoubt || effect instanceof ApplyResult.NotRecorded) {
            return Optional.of("the outcome of " + effect.identity().key() + " is unknown");
        }
        if (effect instanceof ApplyResult.NotTried untried) {
            return Optional.of(untried.why());
        }
        if (effect instanceof ApplyResult.Sent sent && !sent.anomalies().isEmpty()) {
            return Optional.of("SeaX took " + sent.identity().key() + " differently from what was asked");
        }
        return effect instanceof ApplyResult.Refused refused && refused.stopsRun()
                ? Optional.of("SeaX refused " + refused.identity().key() + " in a way that the next one would meet too")
                : Optional.empty();
    }
}
