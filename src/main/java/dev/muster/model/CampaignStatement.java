package dev.muster.model;

import java.util.Optional;
import java.util.Set;

/**
 * What SeaX says of a campaign, as far as it can be held against what was asked: in its answer to the post, or when it is
 * asked later. What it leaves out is absent.
 */
public record CampaignStatement(
        Optional<String> type,
        Optional<String> status,
        Optional<String> text,
        Optional<Set<PhoneId>> senders,
        Optional<ReportedTime> created,
        Optional<ReportedTime> start) {
    public CampaignStatement {
        senders = senders.map(Set::copyOf);
    }

    /** Whether it is of another kind than Muster sends. */
    public boolean isOfOtherType() {
        return type.filter(word -> !word.equals(CampaignRequest.TYPE)).isPresent();
    }

    /** Where it says that the campaign is; unknown where it says nothing. */
    public CampaignStatus stage() {
        return status.map(CampaignStatus::of).orElse(CampaignStatus.UNKNOWN);
    }
}
