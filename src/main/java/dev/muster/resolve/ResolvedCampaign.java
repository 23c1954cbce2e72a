package dev.muster.resolve;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import java.util.List;
import java.util.Optional;

/**
 * A campaign in SeaX's terms: ids for every name, the policy's exclusions added, who would be reached, and what is known
 * of its message. It exists only when every name was found exactly once. {@code numbered} is there for a campaign by numbers
 * whose people and template are known.
 */
public record ResolvedCampaign(
        Campaign campaign,
        List<Phone> senders,
        Audience<LabelId> audience,
        List<LabelId> attachLabels,
        Reach reach,
        MessageContext message,
        Optional<NumberedAudience> numbered) {
    public ResolvedCampaign {
        senders = List.copyOf(senders);
        attachLabels = List.copyOf(attachLabels);
    }

    /** What people read, as far as it is the same for all: fields stand in it as they are written. */
    public String text() {
        return numbered.map(NumberedAudience::text)
                .orElseGet(() -> campaign.message().shown());
    }

    /** By labels. */
    public ResolvedCampaign(
            Campaign campaign,
            List<Phone> senders,
            Audience<LabelId> audience,
            List<LabelId> attachLabels,
            Reach reach,
            MessageContext message) {
        this(campaign, senders, audience, attachLabels, reach, message, Optional.empty());
    }
}
