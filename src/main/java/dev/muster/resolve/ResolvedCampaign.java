package dev.muster.resolve;

import dev.muster.audience.Funnel;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.LabelId;
import dev.muster.model.Phone;
import dev.muster.part.PartMember;
import java.util.HashSet;
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

    /** By numbers, without these of its people, and with a step that says why. */
    public ResolvedCampaign without(List<PartMember> people, Funnel.Kind why) {
        if (people.isEmpty() || !(reach instanceof Reach.Known known)) {
            return this;
        }
        var rows = people.stream().map(PartMember::row).toList();
        var gone = new HashSet<>(rows);
        return new ResolvedCampaign(
                campaign,
                senders,
                audience,
                attachLabels,
                new Reach.Known(
                        known.funnel().without(rows, why), known.serverCount(), known.contacts(), known.otherRows()),
                message,
                numbered.map(all -> all.with(all.members().stream()
                        .filter(member -> !gone.contains(member.row()))
                        .toList())));
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
