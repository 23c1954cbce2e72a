package dev.muster.plan;

import dev.muster.audience.AudienceDifference;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One campaign that is not what it was at the base.
 *
 * @param settled why the change reaches nobody any more, such as a send that was before it
 * @param people who joined and left; absent when the change is about something else, or has no effect
 */
public record CampaignComparison(
        CampaignKey key,
        Kind kind,
        Optional<Campaign> before,
        Optional<Campaign> after,
        Optional<Reason> settled,
        Optional<People> people) {

    /** What became of the campaign. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** It was defined at the base, but with mistakes: how it differs cannot be said. */
        UNREADABLE
    }

    /** How the people reached differ, or why that is not known. */
    public sealed interface People {}

    /** Counted over today's contacts. */
    public record Counted(AudienceDifference difference) implements People {}

    /** Not known, and why. */
    public record Unknown(String why) implements People {}

    /** The difference in people, where it was counted. */
    public Stream<AudienceDifference> counted() {
        return people.stream().filter(Counted.class::isInstance).map(known -> ((Counted) known).difference());
    }

    public boolean isUnknown() {
        return people.filter(Unknown.class::isInstance).isPresent();
    }
}
