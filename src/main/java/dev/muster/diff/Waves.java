package dev.muster.diff;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which wave a campaign with waves is at: the first that the record does not know as sent, or the last. Each wave is a
 * generation of its key, so a wave is sent once, and everything that holds for generations holds for waves.
 */
public final class Waves {
    private Waves() {}

    /** Each campaign as it stands now. */
    public static List<Campaign> current(List<Campaign> campaigns, Optional<Lock> lock) {
        return campaigns.stream()
                .map(campaign -> campaign.waves().isEmpty() ? campaign : campaign.inWave(next(campaign, lock)))
                .toList();
    }

    private static int next(Campaign campaign, Optional<Lock> lock) {
        int last = campaign.waves().size();
        return IntStream.range(1, last)
                .filter(wave -> !isSent(new CampaignIdentity(campaign.key(), wave), lock))
                .findFirst()
                .orElse(last);
    }

    private static boolean isSent(CampaignIdentity identity, Optional<Lock> lock) {
        return lock.flatMap(record -> record.entry(identity))
                .filter(LockEntry.Confirmed.class::isInstance)
                .isPresent();
    }
}
