package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.Sha256;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The record of what was sent to one workspace. {@code lineage} is made once, when the record is first written, also when
 * it is still empty; {@code serial} grows with every durable step and never goes down; {@code consumed} holds the digests
 * of the plans that a send was made from.
 */
public record Lock(
        String lineage,
        long serial,
        WorkspaceIdentity workspace,
        SortedMap<CampaignIdentity, LockEntry> entries,
        SortedSet<Sha256> consumed) {
    public Lock {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        consumed = Collections.unmodifiableSortedSet(new TreeSet<>(consumed));
    }

    /** A record in which nothing has been sent yet. */
    public static Lock empty(String lineage, WorkspaceIdentity workspace) {
        return new Lock(lineage, 0, workspace, new TreeMap<>(), Collections.emptySortedSet());
    }

    public Optional<LockEntry> entry(CampaignIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** All generations of a key, oldest first. */
    public Stream<LockEntry> generations(CampaignKey key) {
        return entries.values().stream().filter(entry -> entry.identity().key().equals(key));
    }

    /** This record after one more step: the entry put in its place, the plan of an intent consumed, the serial raised. */
    public Lock with(LockEntry entry) {
        var after = new TreeMap<>(entries);
        after.put(entry.identity(), entry);
        var plans = new TreeSet<>(consumed);
        if (entry instanceof LockEntry.Intent intent) {
            intent.attempt().plan().ifPresent(plans::add);
        }
        return new Lock(lineage, serial + 1, workspace, after, plans);
    }

    /** The keys that have an entry in any generation. */
    public Set<CampaignKey> keys() {
        return entries.keySet().stream().map(CampaignIdentity::key).collect(java.util.stream.Collectors.toSet());
    }
}
