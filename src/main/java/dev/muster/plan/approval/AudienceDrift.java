package dev.muster.plan.approval;

import dev.muster.audience.Drift;
import dev.muster.audience.OptedOut;
import dev.muster.model.CampaignIdentity;

/** How the audience of one campaign moved between review and apply; {@code optedOut} are among those who left. */
public record AudienceDrift(CampaignIdentity identity, Drift drift, OptedOut optedOut) {}
