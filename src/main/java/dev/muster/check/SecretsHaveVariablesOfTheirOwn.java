package dev.muster.check;

import dev.muster.definition.Block;
import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Lock;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.definition.Quoted;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.diagnostic.Rule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a CI system puts into the environment for itself, such as a job's token, is neither an API key nor the URL of a
 * database: read as one it would be sent to a host that YAML names. GitHub: {@code GITHUB_}, {@code RUNNER_}, {@code ACTIONS_}
 * and an action's {@code INPUT_}; GitLab: {@code CI_} and {@code GITLAB_}; git itself: {@code GIT_}; Azure Pipelines:
 * {@code SYSTEM_}; Buildkite, CircleCI, Bitbucket and Jenkins their own names.
 */
final class SecretsHaveVariablesOfTheirOwn implements Check {
    private static final Pattern PIPELINE = Pattern.compile(
            "(?:ACTIONS|BITBUCKET|BUILDKITE|CI|CIRCLE|GH|GIT|GITHUB|GITLAB|INPUT|JENKINS|RUNNER|SYSTEM)_.*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Diagnostic> check(Documents documents) {
        var keys = documents
                .blocks(Workspace.class)
                .flatMap(block ->
                        finding(block, "apiKeyEnv", "api_key_env", ProjectRule.WORKSPACE_API_KEY_ENV, "SEAX_API_KEY"));
        var databases = documents
                .blocks(Lock.class)
                .flatMap(block -> finding(block, "urlEnv", "url_env", ProjectRule.LOCK_URL_ENV, "MUSTER_LOCK_URL"));
        return Stream.concat(keys, databases).toList();
    }

    private static Stream<Diagnostic> finding(Block<?> block, String part, String key, Rule rule, String instead) {
        return block
                .part(part, String.class)
                .filter(name -> PIPELINE.matcher(name).matches())
                .map(name -> rule.at(
                        block.at(key),
                        Quoted.of(name) + " belongs to the pipeline, which may keep a token of its own there",
                        "use a variable of its own, such as " + instead))
                .stream();
    }
}
