package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition;
import dev.muster.definition.Quoted;
import dev.muster.definition.Suggestions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The default workspace is one of the workspaces: else a command without {@code -w} would have to guess one. */
final class DefaultWorkspaceExists implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(ProjectDefinition.class)
                .flatMap(project -> finding(project).stream())
                .toList();
    }

    private static Optional<Diagnostic> finding(Block<ProjectDefinition> project) {
        var names = project.part("workspaces", Map.class)
                .map(DefaultWorkspaceExists::names)
                .orElse(List.of());
        return project.part("defaultWorkspace", String.class)
                .filter(name -> !names.isEmpty() && !names.contains(name))
                .map(name -> ProjectRule.WORKSPACE_UNKNOWN_DEFAULT.at(
                        project.at("default_workspace"),
                        "there is no workspace " + Quoted.of(name),
                        Suggestions.to(name, names)
                                .map(nearest -> "did you mean `" + nearest + "`?")
                                .orElse("write one of: " + String.join(", ", names))));
    }

    private static List<String> names(Map<?, ?> workspaces) {
        return workspaces.keySet().stream().map(String::valueOf).sorted().toList();
    }
}
