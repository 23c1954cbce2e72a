package dev.muster.doubt;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteCampaign;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A look at SeaX after a run: each campaign that was sent must be listed exactly once. A gateway that repeats a request,
 * or a second repository on the same workspace, shows here and nowhere else.
 */
public final class Audit {
    private Audit() {}

    /**
     * What is wrong with which send, in a sentence; nothing is fine. A campaign that is not listed yet proves nothing and is
     * no finding.
     */
    public static SortedMap<CampaignIdentity, String> of(
            Set<CampaignIdentity> sent, Lock lock, List<RemoteCampaign> listed) {
        var found = new TreeMap<CampaignIdentity, String>();
        lock.entries().values().stream()
                .filter(entry -> sent.contains(entry.identity()))
                .forEach(entry -> wrong(entry, listed).ifPresent(what -> found.put(entry.identity(), what)));
        return found;
    }

    private static Optional<String> wrong(LockEntry entry, List<RemoteCampaign> listed) {
        var marker = Optional.of(entry.attempt().marker());
        var ids = listed.stream()
                .filter(campaign -> campaign.marker().equals(marker))
                .map(campaign -> campaign.id().value())
                .sorted()
                .toList();
        if (ids.size() > 1) {
            return Optional.of("SeaX has " + entry.identity().key() + " " + Doubt.several(ids.size(), ids));
        }
        var recorded = entry instanceof LockEntry.Confirmed confirmed
                ? confirmed.remote().id().value()
                : "";
        return ids.isEmpty() || ids.contains(recorded)
                ? Optional.empty()
                : Optional.of("SeaX answered " + entry.identity().key() + " with the id " + recorded
                        + " but lists it as " + ids.get(0));
    }
}
