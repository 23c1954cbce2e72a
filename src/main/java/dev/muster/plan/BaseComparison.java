package dev.muster.plan;

import dev.muster.audience.AudienceDifference;
import dev.muster.plan.CampaignComparison.Kind;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan's definitions against those of another revision, both over today's contacts: every campaign that came, went or
 * changed, sorted by key. It decides nothing; it shows a reviewer what an edit does to people.
 *
 * @param withoutFolder whether the base had no campaigns folder at all
 * @param unreadable files of the base that could not be read: a campaign that looks new may have been in one of them
 */
public record BaseComparison(
        BaseRevision.Name base, boolean withoutFolder, List<String> unreadable, List<CampaignComparison> campaigns) {
    public BaseComparison {
        unreadable = List.copyOf(unreadable);
        campaigns = List.copyOf(campaigns);
    }

    public long count(Kind kind) {
        return campaigns.stream().filter(campaign -> campaign.kind() == kind).count();
    }

    /** Joined in any campaign; a person who joins two campaigns counts twice. */
    public long peopleJoined() {
        return counted().mapToLong(AudienceDifference::peopleJoined).sum();
    }

    /** Left any campaign; a person who leaves two campaigns counts twice. */
    public long peopleLeft() {
        return counted().mapToLong(AudienceDifference::peopleLeft).sum();
    }

    /** How many campaigns have people that were counted on both sides. */
    public long campaignsCounted() {
        return counted().count();
    }

    /** Whether something could not be compared, so that the sums are not the whole truth. */
    public boolean hasUnknown() {
        return !unreadable.isEmpty()
                || campaigns.stream().anyMatch(campaign -> campaign.isUnknown() || campaign.kind() == Kind.UNREADABLE);
    }

    private Stream<AudienceDifference> counted() {
        return campaigns.stream().flatMap(CampaignComparison::counted);
    }
}
