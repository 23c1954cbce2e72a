package dev.muster.cli;

import java.util.List;
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

    /** Where each names the branch that the change is to be merged into. */
    private static final List<String> TARGETS = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "BITBUCKET_PR_DESTINATION_BRANCH",
            "SYSTEM_PULLREQUEST_TARGETBRANCH",
            "CHANGE_TARGET",
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH");

    private ProposalRun() {}

    /**
     * The commits of the proposal. Where the CI system does not tell them, everything that is checked out and that the fetched
     * target branch does not have; without that branch, everything.
     */
    static CommitRange range(Surroundings surroundings) {
        return new CiRange(surroundings)
                .range()
                .orElseGet(() -> new CommitRange("refs/remotes/origin/" + target(surroundings), "HEAD"));
    }

    private static String target(Surroundings surroundings) {
        return TARGETS.stream()
                .flatMap(name -> surroundings.variable(name).stream())
                .findFirst()
                .map(branch -> branch.replaceFirst("^refs/heads/", ""))
                .orElse("");
    }

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
