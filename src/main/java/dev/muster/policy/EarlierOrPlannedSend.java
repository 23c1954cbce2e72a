package dev.muster.policy;

import dev.muster.audience.Roster;
import dev.muster.model.CampaignKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Another campaign, which goes or went out at {@code at} to so many people.
 *
 * @param people how many; zero where that is not known either
 * @param roster who they are; absent of an earlier send whose audience is not known any more
 */
public record EarlierOrPlannedSend(
        CampaignKey key, Instant at, boolean sentBefore, int people, Optional<Roster> roster) {
    public static EarlierOrPlannedSend planned(CampaignKey key, Instant at, Roster roster) {
        return new EarlierOrPlannedSend(key, at, false, roster.people(), Optional.of(roster));
    }

    public static EarlierOrPlannedSend before(CampaignKey key, Instant at, Roster roster) {
        return new EarlierOrPlannedSend(key, at, true, roster.people(), Optional.of(roster));
    }

    public static EarlierOrPlannedSend uncounted(CampaignKey key, Instant at, int people) {
        return new EarlierOrPlannedSend(key, at, true, people, Optional.empty());
    }

    /** The campaign, for a reader. */
    String named() {
        return key + (sentBefore ? " (sent before)" : "");
    }
}
