package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** The API key is read from one place: with two, a rotated key would go on being used from the other. */
final class WorkspaceHasOneKey implements Rule {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .filter(workspace -> workspace.part("apiKeyEnv", String.class).isPresent())
                .filter(workspace -> workspace.part("apiKeyFile", String.class).isPresent())
                .map(workspace -> Diagnostic.error(
                        "workspace/two-keys",
                        workspace.at("api_key_file"),
                        "`api_key_env` and `api_key_file` are both written",
                        "keep one of the two"))
                .toList();
    }
}
