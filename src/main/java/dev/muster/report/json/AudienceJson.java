package dev.muster.report.json;

import dev.muster.diagnostic.Checked;
import dev.muster.model.Campaign;
import dev.muster.report.Json;
import dev.muster.resolve.ResolvedCampaign;

/** The document of {@code audience --json}. */
public final class AudienceJson {
    private AudienceJson() {}

    public static String of(Campaign campaign, Checked<ResolvedCampaign> checked) {
        var document = Json.envelope(checked.value().isPresent(), checked.diagnostics())
                .put("campaign", campaign.key().value());
        checked.value().ifPresent(resolved -> PlanJson.reach(document, resolved.reach()));
        return Json.document(document);
    }
}
