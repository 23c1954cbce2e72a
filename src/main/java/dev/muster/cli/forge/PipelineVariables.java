package dev.muster.cli.forge;

import dev.muster.cli.env.CiRange;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.diagnostic.UsageException;
import dev.muster.forge.PipelineRun;
import dev.muster.forge.PipelineRun.Words;
import dev.muster.forge.http.ForgeAddress;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a pipeline says of itself. GitHub: docs.github.com, "Variables reference" and, for the number and the commit of a pull
 * request, the event's file; GitLab: docs.gitlab.com, "Predefined CI/CD variables reference", where a pipeline keeps its id and
 * each new try of a job gets a larger one.
 */
record PipelineVariables(ProgramEnvironment surroundings, boolean isGithub) {
    private static final Predicate<String> NUMBER =
            Pattern.compile("[1-9][0-9]{0,17}").asMatchPredicate();
    private static final Predicate<String> COMMIT =
            Pattern.compile("[0-9a-f]{7,64}").asMatchPredicate();
    private static final Predicate<String> REPOSITORY =
            Pattern.compile("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,100}").asMatchPredicate();
    private static final Predicate<String> PAGE =
            Pattern.compile("https?://[A-Za-z0-9.:-]+/[A-Za-z0-9._~/%-]*").asMatchPredicate();

    static final String GITHUB_HAS = "GITHUB_REPOSITORY and GITHUB_RUN_ID";
    static final String GITLAB_HAS = "CI_PROJECT_ID, CI_PIPELINE_ID and CI_JOB_ID";

    /** What starts a run because somebody pushed or proposed something, on either. */
    private static final Set<String> WATCHED =
            Set.of("push", "pull_request", "pull_request_target", "merge_group", "merge_request_event");

    /** By what the CI system says of itself. */
    static Optional<PipelineVariables> of(ProgramEnvironment surroundings) {
        boolean github = isTrue(surroundings, "GITHUB_ACTIONS");
        boolean gitlab = isTrue(surroundings, "GITLAB_CI");
        return github == gitlab ? Optional.empty() : Optional.of(new PipelineVariables(surroundings, github));
    }

    private static boolean isTrue(ProgramEnvironment surroundings, String name) {
        return surroundings.setting(name).filter("true"::equals).isPresent();
    }

    ForgeAddress address() {
        return isGithub
                ? address("GITHUB_API_URL", "https://api.github.com")
                : address("CI_API_V4_URL", "https://gitlab.com/api/v4");
    }

    private ForgeAddress address(String name, String usual) {
        return ForgeAddress.of(name, surroundings.variable(name).orElse(usual));
    }

    /** Owner and name on GitHub. */
    String repository() {
        var value = variable("GITHUB_REPOSITORY");
        if (!REPOSITORY.test(value)) {
            throw new UsageException("GITHUB_REPOSITORY is not the owner and the name of a repository");
        }
        return value;
    }

    /** The number of a project on GitLab. */
    long project() {
        return number("CI_PROJECT_ID");
    }

    PipelineRun run(Optional<String> commit) {
        return isGithub
                ? new PipelineRun(
                        number("GITHUB_RUN_ID"),
                        attempt(),
                        githubPage(),
                        commit(commit),
                        isWatched("GITHUB_EVENT_NAME"),
                        Words.GITHUB)
                : new PipelineRun(
                        number("CI_PIPELINE_ID"),
                        number("CI_JOB_ID"),
                        page("CI_PIPELINE_URL"),
                        commit(commit),
                        isWatched("CI_PIPELINE_SOURCE"),
                        Words.GITLAB);
    }

    private long attempt() {
        return surroundings.variable("GITHUB_RUN_ATTEMPT").isEmpty() ? 1 : number("GITHUB_RUN_ATTEMPT");
    }

    /** Whatever else starts a run, such as a clock, another program or a person by hand, nobody may look at its end. */
    private boolean isWatched(String name) {
        return surroundings.setting(name).filter(WATCHED::contains).isPresent();
    }

    private Optional<String> githubPage() {
        var server = surroundings.variable("GITHUB_SERVER_URL").orElse("https://github.com");
        return Optional.of(server + "/" + repository() + "/actions/runs/" + number("GITHUB_RUN_ID"))
                .filter(PAGE);
    }

    private Optional<String> page(String name) {
        return surroundings.variable(name).filter(PAGE);
    }

    private Optional<String> commit(Optional<String> given) {
        given.filter(COMMIT.negate()).ifPresent(bad -> {
            throw new UsageException("--commit is the hexadecimal name of a commit, of 7 digits or more");
        });
        return given.or(this::ownCommit);
    }

    private Optional<String> ownCommit() {
        var told = Stream.of("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "CI_COMMIT_SHA")
                .flatMap(name -> surroundings.variable(name).stream());
        var github = Stream.concat(
                CiRange.event(surroundings)
                        .map(event -> event.at("/pull_request/head/sha").asString(""))
                        .stream(),
                surroundings.variable("GITHUB_SHA").stream());
        return (isGithub ? github : told).filter(COMMIT).findFirst();
    }

    /** The number of the pull or merge request that this run is about. */
    OptionalLong request() {
        var told = isGithub
                ? CiRange.event(surroundings)
                        .map(event -> event.at("/pull_request/number").asString(""))
                : surroundings.variable("CI_MERGE_REQUEST_IID");
        return told.filter(NUMBER).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private long number(String name) {
        var value = variable(name);
        if (!NUMBER.test(value)) {
            throw new UsageException(name + " is not a number");
        }
        return Long.parseLong(value);
    }

    private String variable(String name) {
        return surroundings
                .variable(name)
                .orElseThrow(() -> new UsageException("the variable " + name + " is not set; a pipeline of "
                        + (isGithub ? "GitHub" : "GitLab") + " has " + (isGithub ? GITHUB_HAS : GITLAB_HAS)));
    }
}
