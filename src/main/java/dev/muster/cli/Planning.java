package dev.muster.cli;

import dev.muster.Muster;
import dev.muster.definition.Definitions;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.model.CampaignKey;
import dev.muster.model.WorkspaceSettings;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.BaseRevision;
import dev.muster.plan.DriftGauge;
import dev.muster.plan.Plan;
import dev.muster.plan.SavedPlan;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A plan together with what it was made from; both {@code plan} and {@code apply} begin with it. */
record Planning(
        Definitions definitions,
        WorkspaceSettings settings,
        LockStore store,
        Optional<Lock> lock,
        Plan plan,
        Optional<BaseComparison> comparison,
        DriftGauge gauge) {

    /** The plan, compared with another revision where one is given. */
    static Planning of(
            Session session,
            Judged judged,
            WorkspaceSettings settings,
            Connection connection,
            List<CampaignKey> keys,
            boolean offline,
            Optional<BaseRevision> base) {
        var definitions = judged.definitions();
        var store = session.lockStore(settings, connection);
        var context = session.context(definitions, settings, connection, store);
        requireKnown(keys, definitions, context.lock());
        var workspace = offline ? Optional.<dev.muster.resolve.Workspace>empty() : Optional.of(connection.workspace());
        var gauge = new DriftGauge(connection.hash(), context.policy().drift());
        var meant = new HashSet<>(keys);
        if (base.isPresent()) {
            var both = Muster.plan(definitions, context, meant, workspace, base.get());
            var comparison = Optional.of(both.comparison());
            return new Planning(
                    definitions, settings, store, context.lock(), noted(both.plan(), judged), comparison, gauge);
        }
        var plan = noted(Muster.plan(definitions, context, meant, workspace), judged);
        return new Planning(definitions, settings, store, context.lock(), plan, Optional.empty(), gauge);
    }

    private static Plan noted(Plan plan, Judged judged) {
        return judged.note().map(plan::noting).orElse(plan);
    }

    SavedPlan saved(List<CampaignKey> keys) {
        return SavedPlan.of(plan, keys, Version.number(), gauge);
    }

    private static void requireKnown(Collection<CampaignKey> keys, Definitions definitions, Optional<Lock> lock) {
        var defined = new HashSet<CampaignKey>();
        definitions.campaigns().forEach(campaign -> defined.add(campaign.key()));
        keys.stream()
                .filter(key -> !defined.contains(key)
                        && lock.filter(record -> record.has(key)).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw new UsageException("there is no campaign \"" + key + "\"");
                });
    }
}
