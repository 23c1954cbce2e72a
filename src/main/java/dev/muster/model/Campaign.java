package dev.muster.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A campaign as defined, with references followed and defaults applied, before any name is looked up in SeaX.
 * {@code acknowledged} maps a rule id to the reason why its danger is accepted.
 */
public record Campaign(
        CampaignIdentity identity,
        String name,
        Optional<String> owner,
        List<SenderName> senders,
        Audience<LabelName> audience,
        Expectation expect,
        Message message,
        Schedule schedule,
        List<LabelName> attachLabels,
        Map<String, String> acknowledged) {
    public Campaign {
        senders = List.copyOf(senders);
        attachLabels = List.copyOf(attachLabels);
        acknowledged = Map.copyOf(acknowledged);
    }

    public CampaignKey key() {
        return identity.key();
    }
}
