package dev.muster.cli.command;

import dev.muster.cli.env.CiRange;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.git.CommitRange;
import dev.muster.git.GitCommand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A CI run that judges a change which nobody has merged yet. The CI system says so, or git does: some events run for
 * everybody who comments, and have our own default branch checked out unless a job takes the proposal's commit instead.
 * GitHub: "Events that trigger workflows"; GitLab: "Predefined CI/CD variables reference"; Bitbucket: "Variables and
 * secrets"; Azure Pipelines: "Use predefined variables"; Jenkins: "Branch API" and the plugins for GitHub, GitLab and Gerrit;
 * CircleCI: "Built-in environment variables"; Buildkite, Travis CI, AppVeyor, Drone, Woodpecker, Semaphore, Cirrus CI, Prow:
 * "Environment variables"; AWS CodeBuild: "Environment variables in build environments".
 *
 * @param sign what says so, as a reader finds it
 * @param range the commits of the proposal
 */
record ProposalRun(String sign, CommitRange range) {
    private static final String EVENT = "GITHUB_EVENT_NAME";
    private static final String EVENT_COMMIT = "GITHUB_SHA";

    private static final Map<String, Predicate<String>> SIGNS = Map.ofEntries(
            Map.entry(EVENT, value -> value.startsWith("pull_request") || value.equals("merge_group")),
            Map.entry("GITHUB_REF", ProposalRun::isReferenceOfProposal),
            Map.entry("CI_MERGE_REQUEST_IID", ProposalRun::isSaid),
            Map.entry("CI_EXTERNAL_PULL_REQUEST_IID", ProposalRun::isSaid),
            Map.entry("BITBUCKET_PR_ID", ProposalRun::isSaid),
            Map.entry("BUILD_REASON", "PullRequest"::equals),
            Map.entry("BUILD_SOURCEBRANCH", ProposalRun::isReferenceOfProposal),
            Map.entry("SYSTEM_PULLREQUEST_PULLREQUESTID", ProposalRun::isSaid),
            Map.entry("CHANGE_ID", ProposalRun::isSaid),
            Map.entry("ghprbPullId", ProposalRun::isSaid),
            Map.entry("gitlabMergeRequestIid", ProposalRun::isSaid),
            Map.entry("GERRIT_EVENT_TYPE", Set.of("patchset-created", "draft-published", "comment-added")::contains),
            Map.entry("CIRCLE_PULL_REQUEST", ProposalRun::isSaid),
            Map.entry("BUILDKITE_PULL_REQUEST", ProposalRun::isSaid),
            Map.entry("TRAVIS_PULL_REQUEST", ProposalRun::isSaid),
            Map.entry("APPVEYOR_PULL_REQUEST_NUMBER", ProposalRun::isSaid),
            Map.entry("DRONE_PULL_REQUEST", ProposalRun::isSaid),
            Map.entry("CI_COMMIT_PULL_REQUEST", ProposalRun::isSaid),
            Map.entry("SEMAPHORE_GIT_PR_NUMBER", ProposalRun::isSaid),
            Map.entry("CIRRUS_PR", ProposalRun::isSaid),
            Map.entry("PULL_NUMBER", ProposalRun::isSaid),
            Map.entry("CODEBUILD_WEBHOOK_EVENT", value -> value.startsWith("PULL_REQUEST")));

    /**
     * Events of GitHub about a branch, which is checked out; whoever may push to it is one of us. All others are about
     * anything.
     */
    private static final Set<String> OF_OUR_BRANCHES = Set.of("push", "schedule", "release", "create");

    /** Where each names the branch that the change is to be merged into. */
    private static final List<String> TARGETS = List.of(
            "GITHUB_BASE_REF",
            "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
            "CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME",
            "BITBUCKET_PR_DESTINATION_BRANCH",
            "SYSTEM_PULLREQUEST_TARGETBRANCH",
            "CHANGE_TARGET",
            "ghprbTargetBranch",
            "gitlabTargetBranch",
            "GERRIT_BRANCH",
            "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
            "DRONE_TARGET_BRANCH",
            "CI_COMMIT_TARGET_BRANCH",
            "PULL_BASE_REF",
            "CIRRUS_BASE_BRANCH");

    /** This run, if it is such a one; {@code git} stands in the folder with the campaigns. */
    static Optional<ProposalRun> of(ProgramEnvironment surroundings, GitCommand git) {
        return said(surroundings)
                .map(sign -> new ProposalRun(sign, told(surroundings)))
                .or(() -> surroundings.isCi() ? seen(surroundings, new CheckedOut(git)) : Optional.empty());
    }

    /** The variable that says so, as a shell would show it. */
    private static Optional<String> said(ProgramEnvironment surroundings) {
        return SIGNS.keySet().stream()
                .sorted()
                .flatMap(name -> said(name, surroundings))
                .findFirst();
    }

    private static Stream<String> said(String name, ProgramEnvironment surroundings) {
        return surroundings
                .setting(name)
                .filter(value -> SIGNS.getOrDefault(name, ProposalRun::isSaid).test(value))
                .map(value -> name + "=" + value)
                .stream();
    }

    private static boolean isSaid(String value) {
        return !value.isBlank() && !value.equals("false");
    }

    private static boolean isReferenceOfProposal(String value) {
        return value.startsWith("refs/pull/") || value.startsWith("refs/heads/gh-readonly-queue/");
    }

    private static Optional<ProposalRun> seen(ProgramEnvironment surroundings, CheckedOut checkedOut) {
        try {
            var sign = another(surroundings, checkedOut).or(() -> fetched(checkedOut));
            return sign.map(found -> new ProposalRun(found, beyond(surroundings, "")));
        } catch (EnvironmentException noGit) {
            return Optional.empty();
        }
    }

    private static Optional<String> fetched(CheckedOut checkedOut) {
        return checkedOut.proposal().findFirst().map(reference -> "what is checked out is " + reference);
    }

    /** Everybody can have such an event: our own commit is checked out for it, or one of our branches, or a stranger's. */
    private static Optional<String> another(ProgramEnvironment surroundings, CheckedOut checkedOut) {
        return surroundings
                .setting(EVENT)
                .filter(event -> !OF_OUR_BRANCHES.contains(event))
                .filter(event -> surroundings
                        .setting(EVENT_COMMIT)
                        .filter(commit -> !isOurs(commit, checkedOut))
                        .isPresent())
                .map(event -> EVENT + "=" + event + ", and what is checked out is neither its commit nor on a branch of"
                        + " origin");
    }

    private static boolean isOurs(String commit, CheckedOut checkedOut) {
        return checkedOut.isPartOf(commit) || checkedOut.isOnOurBranch() || !checkedOut.isKnown();
    }

    /**
     * Where the CI system does not tell them, everything that is checked out and that the fetched target branch does not
     * have; without that branch, everything. The event of a {@code pull_request_target} is the newest commit of the base.
     */
    private static CommitRange told(ProgramEnvironment surroundings) {
        var said = new CiRange(surroundings)
                .range()
                .orElseGet(() -> new CommitRange("refs/remotes/origin/" + target(surroundings), "HEAD"));
        return surroundings.setting(EVENT).filter("pull_request_target"::equals).isPresent()
                ? new CommitRange(beyond(surroundings, said.start()).start(), said.end())
                : said;
    }

    /** What is checked out and the event's commit, which is ours, does not have. */
    private static CommitRange beyond(ProgramEnvironment surroundings, String otherwise) {
        return new CommitRange(surroundings.setting(EVENT_COMMIT).orElse(otherwise), "HEAD");
    }

    private static String target(ProgramEnvironment surroundings) {
        return TARGETS.stream()
                .flatMap(name -> surroundings.setting(name).stream())
                .findFirst()
                .map(branch -> branch.replaceFirst("^refs/heads/", ""))
                .orElse("");
    }
}
