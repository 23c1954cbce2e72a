package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.doubt.DefinedCampaign;
import dev.muster.model.Campaign;
import dev.muster.model.Label;
import dev.muster.model.Marker;
import dev.muster.model.ReceiptLabel;
import dev.muster.model.RemoteCampaign;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.ResolvedCampaign;
import java.util.Optional;

/** What is said of a campaign that the lock does not know as sent, and whose marker SeaX has. */
record FoundOnSeax(PlanContext context, Resolution resolution, Campaign campaign, Optional<ResolvedCampaign> resolved) {

    Diagnostic finding(RemoteCampaign remote) {
        return remote.marker().equals(Optional.of(marker())) ? already(remote) : earlier(remote);
    }

    private Marker marker() {
        return Marker.of(context.workspace().workspaceId(), campaign.identity());
    }

    /** Somebody sent it; or something else, under the same key. */
    private Diagnostic already(RemoteCampaign remote) {
        var objections = defined().objections(remote);
        var differs = objections.isEmpty() ? "" : ", but " + String.join(", and ", objections);
        var adopt = "muster lock adopt " + campaign.key();
        var help = objections.isEmpty()
                ? "record it: " + adopt
                : "if others sent it, give this campaign another key; if it is this one: " + adopt
                        + " --differs --reason …";
        return PlanRule.ALREADY_ON_SEAX.at(
                context.places().of(campaign.key().value()), has(remote) + "this campaign" + differs, help);
    }

    private DefinedCampaign defined() {
        var receipt = resolution
                .sweep()
                .flatMap(read -> read.labelNamed(ReceiptLabel.nameOf(campaign.identity())))
                .map(Label::id);
        return DefinedCampaign.of(
                campaign, marker(), resolved, receipt, context.settings().precautions());
    }

    private Diagnostic earlier(RemoteCampaign remote) {
        var rule = PlanRule.EARLIER_GENERATION_ON_SEAX;
        var danger = rule.at(
                context.places().of(campaign.key().value()),
                has(remote) + "an earlier generation that the lock does not know as sent",
                "people would get it again; if they should, acknowledge " + rule.id() + " with a reason");
        return danger.acceptedBy(campaign.acknowledged());
    }

    private static String has(RemoteCampaign remote) {
        return "SeaX has " + remote.id() + ", status " + remote.status() + ", with the marker of ";
    }
}
