package dev.muster.diff;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which wave a campaign with waves is at: the one after the newest that the record has, once that is over, or the last. A
 * wave that reached nobody or was not sent is passed over and never comes back. Each wave is a generation of its key, so a
 * wave is sent once, and everything that holds for generations holds for waves.
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
        var newest = recorded(campaign, lock).max(Comparator.comparing(LockEntry::identity));
        int wave = newest.map(Waves::after).orElse(1);
        return Math.min(wave, last);
    }

    private static Stream<LockEntry> recorded(Campaign campaign, Optional<Lock> lock) {
        return lock.stream().flatMap(record -> record.generations(campaign.key()));
    }

    private static int after(LockEntry newest) {
        int wave = newest.identity().generation();
        return isOver(newest) ? wave + 1 : wave;
    }

    /** Sent, or said by a person not to have been: of one that may have been sent nobody knows whom it reached. */
    private static boolean isOver(LockEntry entry) {
        return entry instanceof LockEntry.Confirmed || entry.isSaidNotSent();
    }
}
