package dev.muster.plan;

import dev.muster.audience.Drift;
import dev.muster.model.CampaignIdentity;

/** How the audience of one campaign moved between review and apply. */
public record Moved(CampaignIdentity identity, Drift drift) {}
