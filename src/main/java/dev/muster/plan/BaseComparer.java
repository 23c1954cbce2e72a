package dev.muster.plan;

import dev.muster.diff.Change;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.Fingerprint;
import dev.muster.model.project.Policy;
import dev.muster.plan.CampaignComparison.Kind;
import dev.muster.plan.CampaignComparison.People;
import dev.muster.resolve.WorkspaceSnapshot;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds the campaigns of a plan against another revision. Both audiences are looked up in the same labels and counted over
 * the same contacts, each under the policy of its own revision, so that a label added to {@code always_exclude} shows as
 * what it is.
 */
public final class BaseComparer {
    private final BaseRevision base;
    private final Map<CampaignKey, Reason> settled;
    private final Policy policy;
    private final Policy policyBefore;
    private final AudienceCounter headcount;
    private final SortedMap<CampaignKey, Campaign> before;
    private final SortedMap<CampaignKey, Campaign> after;

    private BaseComparer(
            BaseRevision base,
            Collection<Campaign> campaigns,
            Plan plan,
            Policy policy,
            Optional<WorkspaceSnapshot> sweep) {
        this.base = base;
        this.settled = settled(plan);
        this.policy = policy;
        this.policyBefore = base.policy().orElse(policy);
        this.headcount = new AudienceCounter(sweep);
        this.before = byKey(base.campaigns());
        this.after = byKey(campaigns);
    }

    /** The comparison of these campaigns; without a sweep, as in an offline plan, nobody is counted. */
    public static BaseComparison compare(
            BaseRevision base,
            Collection<Campaign> campaigns,
            Plan plan,
            Policy policy,
            Optional<WorkspaceSnapshot> sweep) {
        return new BaseComparer(base, campaigns, plan, policy, sweep).comparison();
    }

    private BaseComparison comparison() {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        var campaigns = keys.stream().flatMap(key -> compare(key).stream()).toList();
        return new BaseComparison(base.name(), base.policy().isEmpty(), base.unreadable(), campaigns);
    }

    private Optional<CampaignComparison> compare(CampaignKey key) {
        var old = Optional.ofNullable(before.get(key));
        var now = Optional.ofNullable(after.get(key));
        if (old.isEmpty()) {
            boolean broken = base.broken().contains(key);
            return Optional.of(comparison(key, broken ? Kind.UNREADABLE : Kind.ADDED, old, now, !broken));
        }
        if (now.isEmpty()) {
            return Optional.of(comparison(key, Kind.REMOVED, old, now, true));
        }
        var changed = comparison(key, Kind.CHANGED, old, now, isAudienceTouched(old.get(), now.get()));
        return Optional.of(changed).filter(c -> isEdited(old.get(), now.get()) || reachesOthers(c));
    }

    private CampaignComparison comparison(
            CampaignKey key, Kind kind, Optional<Campaign> old, Optional<Campaign> now, boolean counting) {
        var reason = Optional.ofNullable(settled.get(key));
        var people = counting && reason.isEmpty()
                ? Optional.of(headcount.difference(old.map(this::underBase), now.map(this::underHere)))
                : Optional.<People>empty();
        return new CampaignComparison(key, kind, old, now, reason, people);
    }

    private AudienceCounter.Written underBase(Campaign campaign) {
        return new AudienceCounter.Written(campaign, policyBefore, "at " + base.name());
    }

    private AudienceCounter.Written underHere(Campaign campaign) {
        return new AudienceCounter.Written(campaign, policy, "now");
    }

    private static boolean reachesOthers(CampaignComparison changed) {
        return changed.isUnknown() || changed.counted().anyMatch(counted -> !counted.isEmpty());
    }

    private static boolean isEdited(Campaign old, Campaign now) {
        return !old.equals(now)
                && (!Fingerprint.of(old).equals(Fingerprint.of(now))
                        || !old.identity().equals(now.identity())
                        || !old.acknowledged().equals(now.acknowledged()));
    }

    private boolean isAudienceTouched(Campaign old, Campaign now) {
        return !old.audience().equals(now.audience())
                || !Set.copyOf(policyBefore.alwaysExclude()).equals(Set.copyOf(policy.alwaysExclude()));
    }

    /** The campaigns that will not be sent as they stand, whatever was edited, and why. */
    private static Map<CampaignKey, Reason> settled(Plan plan) {
        return plan.changes().stream()
                .filter(planned -> !isOpen(planned.change()))
                .collect(Collectors.toMap(
                        PlannedChange::key, planned -> planned.action().reason(), (one, another) -> one));
    }

    private static boolean isOpen(Change change) {
        return change instanceof Change.Added
                || change instanceof Change.Refused
                || (change instanceof Change.Removed removed && removed.entry() instanceof LockEntry.Rejected);
    }

    private static SortedMap<CampaignKey, Campaign> byKey(Collection<Campaign> campaigns) {
        var byKey = new TreeMap<CampaignKey, Campaign>();
        campaigns.forEach(campaign -> byKey.put(campaign.key(), campaign));
        return byKey;
    }
}
