package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.Kind;
import dev.muster.diagnostic.CampaignRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.SendBy;
import java.util.List;

/**
 * A campaign that leaves its way to workspaces which differ would need another message in each, and the one that was
 * reviewed in the first could not be sent in the next.
 */
final class WayIsClear implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        var ways = new SendWays(documents);
        if (!ways.differ()) {
            return List.of();
        }
        return documents
                .of(Kind.CAMPAIGN)
                .filter(campaign -> campaign.root().isBound("sendBy")
                        && campaign.root().part("sendBy", SendBy.class).isEmpty())
                .map(campaign -> CampaignRule.SEND_BY_UNCLEAR.at(
                        campaign.root().at("send_by"),
                        "the campaign does not say how it is sent, and workspaces differ: "
                                + names(ways, SendBy.LABELS) + " by labels, " + names(ways, SendBy.NUMBERS)
                                + " by numbers"))
                .toList();
    }

    private static String names(SendWays ways, SendBy way) {
        return String.join(", ", ways.workspaces(way));
    }
}
