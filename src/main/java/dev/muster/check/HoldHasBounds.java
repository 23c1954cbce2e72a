package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.model.project.WorkspaceSettings;
import java.time.Duration;
import java.util.List;

/**
 * A start that is too near may have passed when SeaX reads it, and one beyond its horizon may be read as "at once": both
 * would send without the hold.
 */
final class HoldHasBounds implements Check {
    /** A post must leave two minutes before the start; making a label and writing the intent take some of the third. */
    private static final Duration SHORTEST = Duration.ofMinutes(3);

    private static final Duration MARGIN = Duration.ofMinutes(15);

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .filter(HoldHasBounds::isOutside)
                .map(workspace -> ProjectRule.WORKSPACE_HOLD.at(
                        workspace.at("hold"), "a hold is at least 3 minutes, and less than the horizon by 15 minutes"))
                .toList();
    }

    private static boolean isOutside(Block<Workspace> workspace) {
        var horizon = workspace.part("horizon", Duration.class).orElse(WorkspaceSettings.DEFAULT_HORIZON);
        var longest = shorter(horizon, WorkspaceSettings.DEFAULT_HORIZON).minus(MARGIN);
        return workspace
                .part("hold", Duration.class)
                .filter(hold -> hold.compareTo(SHORTEST) < 0 || hold.compareTo(longest) > 0)
                .isPresent();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
