package dev.muster.lock;

import dev.muster.model.CampaignStatus;
import dev.muster.model.MessageCounts;
import dev.muster.model.RemoteCampaign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What SeaX last said of a campaign that it has, so that it can be told without asking. Counts only; nothing in it names a
 * person.
 *
 * @param at when SeaX was asked
 * @param since when this status was first seen
 * @param status in SeaX's own word; absent when SeaX said that it has no such campaign
 * @param contradictions where SeaX said something that is not what was asked; they stay once they were seen
 * @param comparison how the messages compare with what was planned, once that was looked at
 */
public record Observation(
        Instant at,
        Instant since,
        Optional<String> status,
        MessageCounts tally,
        List<String> contradictions,
        Optional<OutcomeComparison> comparison) {
    public Observation {
        contradictions = List.copyOf(contradictions);
    }

    /** Where the campaign is on its way. */
    public CampaignStatus stage() {
        return status.map(CampaignStatus::of).orElse(CampaignStatus.VANISHED);
    }

    /** What SeaX says now, after what it said before. */
    public static Observation of(Optional<RemoteCampaign> remote, Instant at, Optional<Observation> before) {
        var status = remote.map(RemoteCampaign::status);
        var since = before.filter(earlier -> earlier.status().equals(status)).map(Observation::since);
        return new Observation(
                at,
                since.orElse(at),
                status,
                remote.map(campaign -> MessageCounts.of(campaign.statistics())).orElse(MessageCounts.NONE),
                before.map(Observation::contradictions).orElse(List.of()),
                before.flatMap(Observation::comparison));
    }

    /** The same, with what contradicts the request. */
    public Observation contradicting(List<String> found) {
        var all = Stream.concat(contradictions.stream(), found.stream())
                .distinct()
                .toList();
        return new Observation(at, since, status, tally, all, comparison);
    }

    /** The same, compared with what was planned. */
    public Observation with(OutcomeComparison found) {
        return new Observation(at, since, status, tally, contradictions, Optional.of(found));
    }

    /** Whether it says the same as another one, but for the time. */
    public boolean saysTheSameAs(Observation other) {
        return status.equals(other.status)
                && tally.equals(other.tally)
                && contradictions.equals(other.contradictions)
                && comparison.equals(other.comparison);
    }
}
