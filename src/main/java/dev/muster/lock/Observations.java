package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What SeaX last said of each campaign, and how many steps of the record were spent on that. No plan depends on these
 * steps: whoever looks at the progress of a campaign must not make somebody's approval stale.
 */
public record Observations(long steps, SortedMap<CampaignIdentity, Observation> last) {
    public static final Observations NONE = new Observations(0, new TreeMap<>());

    public Observations {
        last = Collections.unmodifiableSortedMap(new TreeMap<>(last));
    }

    public Optional<Observation> of(CampaignIdentity identity) {
        return Optional.ofNullable(last.get(identity));
    }
}
