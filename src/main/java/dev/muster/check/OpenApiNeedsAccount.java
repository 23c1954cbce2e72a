package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Sandbox;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.model.Dialect;
import java.util.List;
import java.util.stream.Stream;

/**
 * The openapi dialect cannot send without two more ids: found here, not in the middle of an apply. The sandbox has ids of its
 * own, so there the dialect can be tried without an account.
 */
final class OpenApiNeedsAccount implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .filter(workspace -> workspace
                        .part("api", Dialect.class)
                        .filter(Dialect.OPENAPI::equals)
                        .isPresent())
                .filter(OpenApiNeedsAccount::isRemote)
                .flatMap(OpenApiNeedsAccount::missing)
                .toList();
    }

    private static boolean isRemote(Block<Workspace> workspace) {
        return workspace.isBound("sandbox")
                && workspace.part("sandbox", Sandbox.class).isEmpty();
    }

    private static Stream<Diagnostic> missing(Block<Workspace> workspace) {
        return Stream.of("messageServiceId", "serviceAccountId")
                .filter(workspace::isBound)
                .filter(part -> workspace.part(part, String.class).isEmpty())
                .map(workspace::key)
                .map(key -> ProjectRule.WORKSPACE_OPENAPI_ACCOUNT.at(
                        workspace.at("api"), "`api: openapi` needs `" + key + "`"));
    }
}
