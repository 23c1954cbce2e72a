package dev.muster.cli.plan;

import dev.muster.Muster;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.KnownKeys;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.definition.Definitions;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.model.CampaignKey;
import dev.muster.model.KeyedHash;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.BaseRevision;
import dev.muster.plan.Plan;
import dev.muster.plan.approval.DriftGauge;
import dev.muster.plan.approval.SavedPlan;
import dev.muster.resolve.Workspace;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** A plan together with what it was made from; both {@code plan} and {@code apply} begin with it. */
public record PreparedPlan(
        Definitions definitions,
        WorkspaceSettings settings,
        LockStore store,
        Optional<Lock> lock,
        Plan plan,
        Optional<BaseComparison> comparison,
        DriftGauge gauge) {

    /** What a plan is made with: the time, a hash for what is kept of rosters, and the workspace unless nobody asks it. */
    public record Reach(Clock clock, KeyedHash hash, Optional<Workspace> workspace) {
        public static Reach of(WorkspaceClient connection) {
            return new Reach(connection.clock(), connection.hash(), Optional.of(connection.workspace()));
        }

        /** Nothing is kept of a plan that reaches nobody, so no key is needed. */
        static Reach offline(Clock clock) {
            return new Reach(clock, text -> 0, Optional.empty());
        }
    }

    /** The plan, compared with another revision where one is given. */
    public static PreparedPlan of(
            CommandContext session,
            PolicedDefinitions judged,
            WorkspaceSettings settings,
            Reach reach,
            List<CampaignKey> keys,
            Optional<BaseRevision> base) {
        var definitions = judged.definitions();
        var record = PlannedLock.of(session, settings, reach);
        var context = session.context(definitions, settings, reach.clock(), record.lock());
        KnownKeys.of(definitions.campaigns(), context.lock()).require(keys);
        var workspace = reach.workspace();
        var gauge = new DriftGauge(reach.hash(), context.policy().drift());
        var meant = new HashSet<>(keys);
        if (base.isPresent()) {
            var both = Muster.plan(definitions, context, meant, workspace, base.get());
            var comparison = Optional.of(both.comparison());
            return new PreparedPlan(
                    definitions,
                    settings,
                    record.store(),
                    context.lock(),
                    noted(both.plan(), judged, record),
                    comparison,
                    gauge);
        }
        var plan = noted(Muster.plan(definitions, context, meant, workspace), judged, record);
        return new PreparedPlan(definitions, settings, record.store(), context.lock(), plan, Optional.empty(), gauge);
    }

    private static Plan noted(Plan plan, PolicedDefinitions judged, PlannedLock record) {
        var noted = record.gap().map(plan::noting).orElse(plan);
        for (var note : judged.notes()) {
            noted = noted.noting(note);
        }
        return noted;
    }

    SavedPlan saved(List<CampaignKey> keys) {
        return SavedPlan.of(plan, keys, Version.number(), gauge);
    }
}
