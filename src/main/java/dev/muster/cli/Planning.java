package dev.muster.cli;

import dev.muster.Muster;
import dev.muster.definition.Definitions;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.model.CampaignKey;
import dev.muster.model.WorkspaceSettings;
import dev.muster.plan.Plan;
import dev.muster.plan.SavedPlan;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** A plan together with what it was made from; both {@code plan} and {@code apply} begin with it. */
record Planning(Definitions definitions, WorkspaceSettings settings, LockStore store, Optional<Lock> lock, Plan plan) {

    static Planning of(
            Session session,
            Definitions definitions,
            WorkspaceSettings settings,
            Connection connection,
            List<CampaignKey> keys,
            boolean offline) {
        var store = session.lockStore(settings, connection);
        var context = session.context(definitions, settings, connection, store);
        requireKnown(keys, definitions, context.lock());
        var workspace = offline ? Optional.<dev.muster.resolve.Workspace>empty() : Optional.of(connection.workspace());
        var plan = Muster.plan(definitions, context, new HashSet<>(keys), workspace);
        return new Planning(definitions, settings, store, context.lock(), plan);
    }

    SavedPlan saved(List<CampaignKey> keys) {
        return SavedPlan.of(plan, keys, Version.number());
    }

    private static void requireKnown(Collection<CampaignKey> keys, Definitions definitions, Optional<Lock> lock) {
        var known = new TreeSet<CampaignKey>();
        definitions.campaigns().forEach(campaign -> known.add(campaign.key()));
        lock.ifPresent(record -> known.addAll(record.keys()));
        keys.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw new UsageException("there is no campaign \"" + key + "\"");
        });
    }
}
