package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which entries were recorded under which id of SeaX, so that the next question needs no look at every entry. */
final class SentIdIndex {
    private final Map<RemoteId, CampaignIdentity> first = new HashMap<>();
    private final Map<RemoteId, SortedSet<CampaignIdentity>> repeated = new HashMap<>();

    static SentIdIndex of(Collection<LockEntry> entries) {
        var ids = new SentIdIndex();
        entries.forEach(ids::add);
        return ids;
    }

    void add(LockEntry entry) {
        entry.sentAs().ifPresent(id -> add(id, entry.identity()));
    }

    private void add(RemoteId id, CampaignIdentity identity) {
        var known = first.putIfAbsent(id, identity);
        if (known != null && !known.equals(identity)) {
            var all = repeated.computeIfAbsent(id, one -> new TreeSet<>());
            all.add(known);
            all.add(identity);
        }
    }

    /** In the order of the record. */
    Stream<CampaignIdentity> of(RemoteId id) {
        return repeated.containsKey(id) ? repeated.get(id).stream() : Stream.ofNullable(first.get(id));
    }
}
