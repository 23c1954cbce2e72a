package dev.muster.apply;

import dev.muster.model.RemoteId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What an {@link PostResponse} proves. There are three verdicts, and whatever is not proved is the third. */
public sealed interface SendResult {

    /** The same with all of SeaX's words put otherwise. */
    default SendResult saidAs(UnaryOperator<String> words) {
        if (this instanceof Accepted accepted) {
            return new Accepted(
                    accepted.id,
                    accepted.jobId,
                    accepted.status.map(words),
                    accepted.targetCount,
                    accepted.anomalies.stream().map(words).toList());
        }
        return this instanceof Refused refused
                ? new Refused(words.apply(refused.reason), refused.retryAfter, refused.stopsRun)
                : new Unknown(words.apply(((Unknown) this).reason), ((Unknown) this).id);
    }

    /** Sent: SeaX gave an id. {@code anomalies} says where its answer differs from what was asked; the run then stops. */
    record Accepted(
            RemoteId id,
            Optional<String> jobId,
            Optional<String> status,
            OptionalInt targetCount,
            List<String> anomalies)
            implements SendResult {
        public Accepted {
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * Proved not sent. {@code retryAfter} is present when SeaX named a time to wait; {@code stopsRun} when the next
     * campaign would meet the same refusal (key, permission, connection, rate).
     */
    record Refused(String reason, Optional<Duration> retryAfter, boolean stopsRun) implements SendResult {}

    /** Nobody knows. {@code id} is evidence for a person, never proof. */
    record Unknown(String reason, Optional<RemoteId> id) implements SendResult {}
}
