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
    private static final Map<String, Predicate<String>> SIGNS = Map.of(
            "GITHUB_EVENT_NAME", value -> value.startsWith("pull_request"),
            "CI_MERGE_REQUEST_IID", ProposalRun::isSaid,
            "BITBUCKET_PR_ID", ProposalRun::isSaid,
            "BUILD_REASON", "PullRequest"::equals,
            "CHANGE_ID", ProposalRun::isSaid,
            "CIRCLE_PULL_REQUEST", ProposalRun::isSaid,
            "BUILDKITE_PULL_REQUEST", value -> isSaid(value) && !value.equals("false"));

    private ProposalRun() {}

    /** The variable that says so, as a shell would show it. */
    static Optional<String> sign(Surroundings surroundings) {
        return SIGNS.keySet().stream()
                .sorted()
                .flatMap(name -> said(name, surroundings))
                .findFirst();
    }

    private static boolean isSaid(String value) {
        return !value.isBlank();
    }

    private static Stream<String> said(String name, Surroundings surroundings) {
        return surroundings
                .variable(name)
                .filter(value -> !value.isBlank()
                        && SIGNS.getOrDefault(name, ProposalRun::isSaid).test(value))
                .map(value -> name + "=" + value)
                .stream();
    }
}
