package dev.muster.resolve;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.MessageCounts;
import java.util.Optional;

/**
 * How a wave that was sent is doing, by what SeaX shows.
 *
 * @param over when no more of its messages will go out
 * @param campaigns how many campaigns on SeaX are this wave; none where SeaX does not have it any more
 * @param unknown why it is not known whom it reached, if it is not
 */
public record EarlierWave(
        CampaignIdentity identity, MessageCounts tally, boolean over, int campaigns, Optional<String> unknown) {
    /** SeaX does not have it any more. */
    static EarlierWave gone(CampaignIdentity identity) {
        return new EarlierWave(identity, MessageCounts.NONE, true, 0, Optional.of("SeaX does not have it any more"));
    }

    public int number() {
        return identity.generation();
    }
}
