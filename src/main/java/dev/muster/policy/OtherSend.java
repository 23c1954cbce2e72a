package dev.muster.policy;

import dev.muster.audience.Roster;
import dev.muster.model.CampaignKey;
import java.time.Instant;

/** Another campaign, which goes or went out at {@code at} to these people. */
public record OtherSend(CampaignKey key, Instant at, Roster roster) {}
