package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Sandbox;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A workspace is either the sandbox or a real one. A workspace that is both would let somebody believe that a send is a
 * rehearsal. The ids of a messaging service and an account lead nowhere, so a rehearsal of {@code api: openapi} may have them.
 */
final class WorkspaceHasOneHost implements Check {
    private static final List<String> REMOTE = List.of("baseUrl", "workspaceId", "apiKeyEnv", "apiKeyFile");

    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .flatMap(workspace -> Stream.of(both(workspace), neither(workspace)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Diagnostic> both(Block<Workspace> workspace) {
        return REMOTE.stream()
                .filter(part -> workspace.part("sandbox", Sandbox.class).isPresent())
                .filter(part -> workspace.part(part, String.class).isPresent())
                .findFirst()
                .map(workspace::key)
                .map(key -> ProjectRule.WORKSPACE_SANDBOX_AND_REMOTE.at(
                        workspace.at(key), "a workspace with `sandbox` cannot have `" + key + "`"));
    }

    private static Optional<Diagnostic> neither(Block<Workspace> workspace) {
        boolean judged = workspace.isBound("sandbox") && workspace.isBound("workspaceId");
        boolean hosted = workspace.part("sandbox", Sandbox.class).isPresent()
                || workspace.part("workspaceId", String.class).isPresent();
        return judged && !hosted
                ? Optional.of(ProjectRule.WORKSPACE_NO_ID.at(
                        workspace.place(), "this workspace has neither `workspace_id` nor `sandbox`"))
                : Optional.empty();
    }
}
