package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import java.util.List;

/** The API key is read from one place: with two, a rotated key would go on being used from the other. */
final class WorkspaceHasOneKey implements Check {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Workspace.class)
                .filter(workspace -> workspace.part("apiKeyEnv", String.class).isPresent())
                .filter(workspace -> workspace.part("apiKeyFile", String.class).isPresent())
                .map(workspace -> ProjectRule.WORKSPACE_TWO_KEYS.at(
                        workspace.at("api_key_file"), "`api_key_env` and `api_key_file` are both written"))
                .toList();
    }
}
