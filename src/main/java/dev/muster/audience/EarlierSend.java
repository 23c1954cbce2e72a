package dev.muster.audience;

import dev.muster.model.CampaignIdentity;
import java.time.Instant;

/**
 * A campaign that was sent before, or may have been, and whom its audience reaches by today's labels: who has lost or got a
 * label since then is counted as if it had always been so. {@code at} is when the messages go out.
 */
public record EarlierSend(CampaignIdentity identity, Instant at, Roster roster) {}
