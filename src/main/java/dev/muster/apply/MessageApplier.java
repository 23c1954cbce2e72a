package dev.muster.apply;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SingleAttempt;
import dev.muster.model.SingleIdentity;
import dev.muster.model.SingleMessage;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Sends one message to one person under the discipline of campaigns: the intent durable, one post, the outcome recorded, and
 * no retry. What a crash leaves behind is an intent, which a person resolves; nothing else waits for it.
 *
 * @param nonces a new unique value at each call
 */
public record MessageApplier(
        ExclusiveRun run,
        RunIdentity who,
        MessageSender sender,
        Clock clock,
        Supplier<String> nonces,
        StopSignal stop) {
    /** How much of an answer is kept while its outcome is open. */
    private static final int MOST_EVIDENCE = 8 * 1024;

    /** Sends it; {@code likeness} is what the lock remembers of recipient and text. */
    public SingleEffect send(SingleMessage message, String likeness) {
        if (stop.isRaised()) {
            return new SingleEffect.NotTried("interrupted");
        }
        var intent = MessageEntry.intend(attempt(message, likeness));
        try {
            run.record(intent);
        } catch (RuntimeException failure) {
            return new SingleEffect.NotTried("the lock cannot be written: " + failure.getMessage());
        }
        return post(message, intent);
    }

    private SingleAttempt attempt(SingleMessage message, String likeness) {
        var now = clock.instant();
        return new SingleAttempt(
                new SingleIdentity(now, nonces.get()),
                who,
                now,
                now.plus(Applier.CLAIM),
                message.from().id(),
                message.path(),
                message.testOf(),
                likeness);
    }

    /** The self-fence: a run that stood still since its intent, or is to end, does not post. */
    private SingleEffect post(SingleMessage message, MessageEntry intent) {
        var latest = intent.attempt().notAfter().minus(Applier.LONGEST_POST);
        if (stop.isRaised() || clock.instant().isAfter(latest)) {
            var why = stop.isRaised() ? "interrupted before it was posted" : "the claim expired before it was used";
            return settle(intent.reject(why, clock.instant(), who.id()));
        }
        var answer = stop.patiently(() -> sender.post(message.path(), SingleBody.of(message)));
        return outcome(message, intent, answer);
    }

    /** From here on SeaX may have acted: whatever fails must leave a trace and no second message. */
    private SingleEffect outcome(SingleMessage message, MessageEntry intent, PostResponse answer) {
        var discretion = new PersonalDataRedactor(message);
        var answered = intent.answered(cut(discretion.of(RawResponseText.of(answer))));
        try {
            run.record(answered);
        } catch (RuntimeException failure) {
            // the verdict is recorded next; if that fails too, both failures have one cause and the user is told it
            return settle(settled(intent, Classifier.classify(answer, message), discretion));
        }
        return settle(settled(answered, Classifier.classify(answer, message), discretion));
    }

    private static String cut(String evidence) {
        return evidence.length() <= MOST_EVIDENCE ? evidence : evidence.substring(0, MOST_EVIDENCE);
    }

    private MessageEntry settled(MessageEntry entry, SendResult result, PersonalDataRedactor discretion) {
        var now = clock.instant();
        if (result instanceof SendResult.Accepted accepted) {
            return entry.confirm(accepted.id(), anomalies(accepted, entry), now, who.id(), "SeaX answered with the id");
        }
        return result instanceof SendResult.Refused refused
                ? entry.reject(discretion.of(refused.reason()), now, who.id())
                : entry.doubt(discretion.of(((SendResult.Unknown) result).reason()), now, who.id());
    }

    /** An id that another message or a campaign has already says that the answer is not about this one. */
    private List<String> anomalies(SendResult.Accepted accepted, MessageEntry entry) {
        var owner = run.recordedWith(accepted.id()).stream()
                .filter(other -> !other.equals(entry.identity().toString()))
                .map(other -> "the id in SeaX's answer is the one of " + other
                        + ": whether this message was sent is not known");
        return Stream.concat(accepted.anomalies().stream(), owner).toList();
    }

    private SingleEffect settle(MessageEntry entry) {
        try {
            run.record(entry);
            return new SingleEffect.Recorded(entry);
        } catch (RuntimeException failure) {
            return new SingleEffect.NotRecorded(entry, String.valueOf(failure.getMessage()));
        }
    }
}
