package dev.muster.outcome;

import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.SendAnomalies;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignStatus;
import dev.muster.model.MessageCounts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far one send has come: what the lock has of it, and what SeaX said of it last.
 *
 * @param seen absent when SeaX was never asked, or does not have it
 * @param doubt what SeaX shows of a send whose outcome is unknown, where it was asked
 */
public record SendProgress(LockEntry entry, Optional<Observation> seen, Optional<OpenSendEvidence> doubt) {

    public CampaignIdentity identity() {
        return entry.identity();
    }

    public CampaignStatus stage() {
        return seen.map(Observation::stage).orElse(CampaignStatus.UNKNOWN);
    }

    public MessageCounts tally() {
        return seen.map(Observation::tally).orElse(MessageCounts.NONE);
    }

    /** Whether the number of messages is only the most that it may be: nobody could count them, and SeaX has not. */
    public boolean isAtMost() {
        return tally().total().isEmpty() && isPlannedAtMost();
    }

    /** Whether what was approved was a limit and no count; where a lock of 0.1 does not tell, nobody knew who is missing. */
    public boolean isPlannedAtMost() {
        var compared = seen.flatMap(Observation::comparison);
        return entry.attempt().audience().atMost()
                || compared.filter(found -> found.missing().isEmpty()).isPresent();
    }

    /** How many messages there are: SeaX's own number where it gives one, else what was approved. */
    public long messages() {
        return tally().total().orElse(entry.attempt().audience().messages());
    }

    /** How many got to this step, of all messages. */
    public OptionalDouble share(String step) {
        var number = tally().number(step);
        return number.isPresent() && messages() > 0
                ? OptionalDouble.of((double) number.getAsLong() / messages())
                : OptionalDouble.empty();
    }

    /** Where SeaX's numbers contradict each other, or its own log. */
    public List<String> contradictions() {
        long counted =
                tally().number("sent").orElse(0) + tally().number("failed").orElse(0);
        var logged = seen.flatMap(Observation::comparison)
                .map(OutcomeComparison::received)
                .orElse(0);
        return tally().number("sent").isPresent() && counted < logged
                ? Stream.concat(
                                tally().contradictions().stream(),
                                Stream.of("SeaX counts " + counted + " sent or failed, and logged " + logged
                                        + " that were sent"))
                        .toList()
                : tally().contradictions();
    }

    /** Whether there is nothing to wait for. A status nobody knows ends when every message was sent or failed. */
    public boolean isOver() {
        return !(entry instanceof LockEntry.Confirmed)
                || stage().isEnd()
                || (stage() == CampaignStatus.UNKNOWN && tally().isComplete());
    }

    /** Whether more of its messages failed than the policy allows. */
    public boolean failsTooOften(OptionalDouble most) {
        return most.isPresent() && share("failed").orElse(0) > most.getAsDouble();
    }

    /** What must not be, as far as messages were compared with the plan and nobody has accepted it. */
    public List<String> dangers() {
        return SendAnomalies.of(entry, seen).dangers();
    }

    /** Where SeaX took it otherwise than asked, and nobody has accepted it. */
    public List<String> anomalies() {
        return SendAnomalies.of(entry, seen).anomalies();
    }
}
