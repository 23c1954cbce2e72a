package dev.muster;

import dev.muster.apply.Applier;
import dev.muster.apply.ApplyReport;
import dev.muster.check.Checker;
import dev.muster.definition.DefinitionFiles;
import dev.muster.definition.DefinitionReader;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Checked;
import dev.muster.diff.Change;
import dev.muster.diff.Differ;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.plan.ApprovedPlan;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanContext;
import dev.muster.plan.Planner;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.Resolver;
import dev.muster.resolve.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The front door: the stages of a definition's journey, in order. {@code validate}, {@code plan} and {@code apply} share
 * their beginning because the later ones call the earlier.
 */
public final class Muster {
    private Muster() {}

    /** Stations 1–3: reads a folder and checks it without a network. {@code shown} is how the user wrote its path. */
    public static Checked<Definitions> validate(Path folder, Path shown) {
        var checker = new Checker(Planner.DANGERS); // gets ready while the files are read
        var files = DefinitionFiles.read(folder, shown);
        return new DefinitionReader().readAll(files).then(checker::check);
    }

    /**
     * Stations 4–7: what would be sent. Restricted to some keys unless {@code keys} is empty; without a workspace it is an
     * offline plan.
     */
    public static Plan plan(
            Definitions definitions, PlanContext context, Set<CampaignKey> keys, Optional<Workspace> workspace) {
        var changes = Differ.diff(definitions.campaigns(), context.lock()).stream()
                .filter(change -> keys.isEmpty() || keys.contains(change.key()))
                .toList();
        return Planner.plan(changes, context, workspace.map(reachable -> resolve(changes, context, reachable)));
    }

    /** Station 10: carries an approved plan out. */
    public static ApplyReport apply(ApprovedPlan plan, Applier applier) {
        return applier.apply(plan);
    }

    private static Resolution resolve(List<Change> changes, PlanContext context, Workspace workspace) {
        var unsent = unsent(changes);
        boolean doubt = changes.stream().anyMatch(Change.Interrupted.class::isInstance);
        return unsent.isEmpty() && !doubt
                ? Resolution.NOT_NEEDED
                : Resolver.resolve(unsent, workspace, context.settings(), context.policy(), context.places());
    }

    private static List<Campaign> unsent(List<Change> changes) {
        return changes.stream()
                .filter(change -> change instanceof Change.Added || change instanceof Change.Refused)
                .flatMap(change -> change.definition().stream())
                .toList();
    }
}
