package dev.muster.plan;

import dev.muster.diff.Waves;
import dev.muster.lock.Lock;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The campaigns as another git revision defines them, to hold today's against.
 *
 * @param policy absent when the revision has no campaigns folder: everything is new
 * @param broken campaigns that it defines, with mistakes, so that nobody can say what they were
 * @param unreadable files of which not even the key of a campaign could be read
 */
public record BaseRevision(
        Name name,
        List<Campaign> campaigns,
        Optional<Policy> policy,
        Set<CampaignKey> broken,
        List<String> unreadable) {
    public BaseRevision {
        campaigns = List.copyOf(campaigns);
        broken = Set.copyOf(broken);
        unreadable = List.copyOf(unreadable);
    }

    /** How the commit that is compared with was found from the revision that was named. */
    public enum Found {
        /** It is the revision itself. */
        ITSELF,
        /** It is where what is checked out left the revision: what the revision has gained since is not a difference. */
        MERGE_BASE,
        /** It is the revision itself, because the clone does not reach back to where the two parted. */
        WITHOUT_HISTORY
    }

    /** A revision as the user wrote it, and the commit that this was. */
    public record Name(String ref, String commit, Found found) {
        public Name(String ref, String commit) {
            this(ref, commit, Found.ITSELF);
        }

        /** {@code main (4f2a9c1)}. */
        @Override
        public String toString() {
            return ref + " (" + commit.substring(0, 7) + ")";
        }
    }

    /** A revision from before there was a campaigns folder. */
    public static BaseRevision withoutFolder(Name name) {
        return new BaseRevision(name, List.of(), Optional.empty(), Set.of(), List.of());
    }

    /** The same, each campaign with waves at the wave that the record says. */
    public BaseRevision at(Optional<Lock> lock) {
        return new BaseRevision(name, Waves.current(campaigns, lock), policy, broken, unreadable);
    }

    /** The same, restricted to some campaigns unless {@code keys} is empty. */
    public BaseRevision only(Set<CampaignKey> keys) {
        var meant = campaigns.stream()
                .filter(campaign -> keys.isEmpty() || keys.contains(campaign.key()))
                .toList();
        return new BaseRevision(name, meant, policy, broken, unreadable);
    }
}
