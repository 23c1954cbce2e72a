package dev.muster.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a CI run judges a change that nobody has merged yet, by what the CI system says of itself. GitHub: "Events that
 * trigger workflows"; GitLab: "Predefined CI/CD variables reference"; Bitbucket: "Variables and secrets"; Azure Pipelines:
 * "Use predefined variables"; Jenkins: "Branch API"; CircleCI: "Built-in environment variables"; Buildkite: "Environment
 * variables".
 */
final class ProposalRun {
    private static final Predicate<String> ANY = value -> true;
    private static final Map<String, Predicate<String>> SIGNS = Map.of(
            "GITHUB_EVENT_NAME", value -> value.startsWith("pull_request"),
            "CI_MERGE_REQUEST_IID", ANY,
            "BITBUCKET_PR_ID", ANY,
            "BUILD_REASON", "PullRequest"::equals,
            "CHANGE_ID", ANY,
            "CIRCLE_PULL_REQUEST", ANY,
            "BUILDKITE_PULL_REQUEST", value -> !value.equals("false"));

    private ProposalRun() {}

    /** The variable that says so, as a shell would show it. */
    static Optional<String> sign(Surroundings surroundings) {
        return SIGNS.keySet().stream()
                .sorted()
                .flatMap(name -> said(name, surroundings))
                .findFirst();
    }

    private static Stream<String> said(String name, Surroundings surroundings) {
        return surroundings
                .variable(name)
                .filter(value ->
                        !value.isBlank() && SIGNS.getOrDefault(name, ANY).test(value))
                .map(value -> name + "=" + value)
                .stream();
    }
}
