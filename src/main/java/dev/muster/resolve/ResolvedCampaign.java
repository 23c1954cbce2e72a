package dev.muster.resolve;

import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import java.util.List;

/**
 * A campaign in SeaX's terms: ids for every name, the policy's exclusions added, who would be reached, and what is known
 * of its message. It exists only
 * when every name was found exactly once.
 */
public record ResolvedCampaign(
        Campaign campaign,
        List<Phone> senders,
        Audience<LabelId> audience,
        List<LabelId> attachLabels,
        Reach reach,
        MessageContext message) {
    public ResolvedCampaign {
        senders = List.copyOf(senders);
        attachLabels = List.copyOf(attachLabels);
    }
}
