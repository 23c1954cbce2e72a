package dev.muster.ci.player;

import java.util.Map;

/** A change that is proposed for {@code main}. */
record PullRequest(int number, String branch, String head, boolean isFromFork, String repository) {
    PullRequest at(String commit) {
        return new PullRequest(number, branch, commit, isFromFork, repository);
    }

    String headRepository() {
        return isFromFork ? "mallory/campaigns" : repository;
    }

    WorkflowEvent event(String action, String base, String merge) {
        return new WorkflowEvent(
                "pull_request",
                Map.of(
                        "action", action,
                        "number", number,
                        "pull_request",
                                Map.of(
                                        "number", number,
                                        "head", side(head, branch, headRepository()),
                                        "base", side(base, "main", repository))),
                "refs/pull/" + number + "/merge",
                merge,
                Map.of("base_ref", "main", "head_ref", branch),
                isFromFork);
    }

    private static Map<String, Object> side(String commit, String branch, String repository) {
        return Map.of("sha", commit, "ref", branch, "repo", Map.of("full_name", repository));
    }
}
