package dev.muster.diff;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.Fingerprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares every defined campaign with the record, and every recorded one with the definitions: one key, one change, but
 * for several open entries of a key, each of which shows. This is the whole table, by what is recorded of the key; the
 * first row that fits counts.
 *
 * <table>
 * <caption>Defined × recorded</caption>
 * <tr><th>recorded</th><th>generation g defined</th><th>not defined</th><th>cause</th><th>cure</th></tr>
 * <tr><td>any INTENT or IN_DOUBT</td><td>Interrupted</td><td>Interrupted</td>
 *     <td>a run died around a post, or its answer proved nothing</td><td>{@code muster resolve}</td></tr>
 * <tr><td>g CONFIRMED</td><td>Unchanged, Edited</td><td>Removed</td>
 *     <td>SeaX has it; an edit comes too late</td><td>raise the generation to send again</td></tr>
 * <tr><td>g said not to have been sent, a generation above CONFIRMED or ABANDONED</td><td>as that one</td>
 *     <td>Removed</td><td>the generation was lowered</td><td>raise it above the recorded one</td></tr>
 * <tr><td>g ABANDONED</td><td>GivenUp</td><td>Removed</td>
 *     <td>a person ended a doubt</td><td>raise the generation to send after all</td></tr>
 * <tr><td>a generation above g CONFIRMED</td><td>Edited</td><td>Removed</td>
 *     <td>the generation was lowered; only raising it asks for a send</td><td>raise it above the recorded one</td></tr>
 * <tr><td>a generation above g ABANDONED</td><td>GivenUp</td><td>Removed</td>
 *     <td>the same</td><td>the same</td></tr>
 * <tr><td>g REJECTED</td><td>Refused</td><td>Removed</td>
 *     <td>proved not sent</td><td>edit it, or wait until it may be tried again</td></tr>
 * <tr><td>parts of g, each CONFIRMED or ABANDONED</td><td>Unchanged, Edited, Partial</td><td>Removed</td>
 *     <td>a run ended between two parts, or its window is not over</td><td>{@code muster apply}</td></tr>
 * <tr><td>nothing of g</td><td>Added</td><td>–</td>
 *     <td>new, or the generation was raised</td><td>{@code muster apply}</td></tr>
 * </table>
 *
 * <p>A file that moved changes nothing: the key is the identity. A key that was renamed is an Added and a Removed; that it
 * looks like the same message is for the plan to see.
 */
public final class Differ {
    private Differ() {}

    /** All changes, sorted by key. Campaigns have distinct keys; an absent record is one in which nothing was sent. */
    public static List<Change> diff(List<Campaign> campaigns, Optional<Lock> lock) {
        var defined = byKey(campaigns);
        var recorded = lock.map(Lock::byKey).orElseGet(TreeMap::new);
        var keys = new TreeSet<>(recorded.keySet());
        keys.addAll(defined.keySet());
        return keys.stream()
                .flatMap(key -> changes(Optional.ofNullable(defined.get(key)), recorded.getOrDefault(key, List.of())))
                .toList();
    }

    private static SortedMap<CampaignKey, Campaign> byKey(List<Campaign> campaigns) {
        var byKey = new TreeMap<CampaignKey, Campaign>();
        for (var campaign : campaigns) {
            if (byKey.put(campaign.key(), campaign) != null) {
                throw new IllegalArgumentException(campaign.key() + " is defined twice");
            }
        }
        return byKey;
    }

    private static Stream<Change> changes(Optional<Campaign> campaign, List<LockEntry> recorded) {
        var open = recorded.stream().filter(LockEntry::isOpen).toList();
        if (!open.isEmpty()) {
            return open.stream().map(entry -> new Change.Interrupted(campaign, entry));
        }
        return Stream.of(campaign.map(defined -> defined(defined, recorded)).orElseGet(() -> removed(recorded)));
    }

    private static Change removed(List<LockEntry> recorded) {
        return new Change.Removed(recorded.get(recorded.size() - 1));
    }

    private static Change defined(Campaign campaign, List<LockEntry> recorded) {
        return decisive(campaign, recorded)
                .map(entry -> isPart(campaign, entry)
                        ? new PartsDecision(campaign, recorded).change()
                        : against(campaign, entry))
                .orElseGet(() -> new Change.Added(campaign));
    }

    /**
     * The entry to compare with: the one of this generation, unless that one was not sent, or is missing, and a later
     * generation was sent or given up. A rejected later generation decides nothing: it is as if it had never been.
     */
    private static Optional<LockEntry> decisive(Campaign campaign, List<LockEntry> recorded) {
        var same = recorded.stream()
                .filter(entry -> entry.identity().whole().equals(campaign.identity()))
                .findFirst();
        if (same.filter(entry -> isFinal(entry) && !entry.isSaidNotSent()).isPresent()) {
            return same;
        }
        return recorded.stream()
                .filter(entry ->
                        entry.identity().generation() > campaign.identity().generation() && isFinal(entry))
                .max(Comparator.comparing(LockEntry::identity))
                .or(() -> same);
    }

    private static boolean isPart(Campaign campaign, LockEntry entry) {
        return entry.identity().part().isPresent() && entry.identity().whole().equals(campaign.identity());
    }

    private static boolean isFinal(LockEntry entry) {
        return entry instanceof LockEntry.Confirmed || entry instanceof LockEntry.Abandoned;
    }

    private static Change against(Campaign campaign, LockEntry entry) {
        return entry.match(new Against(campaign));
    }

    /** What a definition is against the entry of its generation. */
    private record Against(Campaign campaign) implements LockEntry.Cases<Change> {
        @Override
        public Change intent(LockEntry.Intent entry) {
            return sent(entry);
        }

        @Override
        public Change confirmed(LockEntry.Confirmed entry) {
            return sent(entry);
        }

        @Override
        public Change rejected(LockEntry.Rejected entry) {
            return new Change.Refused(
                    campaign, entry, !differences(campaign, entry).isEmpty());
        }

        @Override
        public Change inDoubt(LockEntry.InDoubt entry) {
            return sent(entry);
        }

        @Override
        public Change abandoned(LockEntry.Abandoned entry) {
            return new Change.GivenUp(campaign, entry);
        }

        private Change sent(LockEntry entry) {
            var parts = differences(campaign, entry);
            return parts.isEmpty() ? new Change.Unchanged(campaign, entry) : new Change.Edited(campaign, entry, parts);
        }
    }

    static List<String> differences(Campaign campaign, LockEntry entry) {
        var parts = new ArrayList<>(
                Fingerprint.of(campaign).differences(entry.attempt().fingerprint()));
        if (!campaign.identity().equals(entry.identity().whole())) {
            parts.add(Change.Edited.GENERATION);
        }
        return parts.stream().sorted().toList();
    }
}
