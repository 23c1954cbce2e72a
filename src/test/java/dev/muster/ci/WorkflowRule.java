package dev.muster.ci;

import dev.muster.ci.Workflow.Job;
import dev.muster.ci.Workflow.Step;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every workflow and action here must keep to, so that no pull request can send or read a key. */
enum WorkflowRule {
    /** A tag can be moved to other code; a commit cannot. The tag stands behind it for people. */
    PINNED_BY_COMMIT(workflow -> workflow.lines().stream()
            .map(String::strip)
            .filter(line -> line.matches("(- )?uses: .*"))
            .map(line -> line.replaceFirst("(- )?uses: ", ""))
            .filter(used -> !used.startsWith("./"))
            .filter(used -> !used.matches("[\\w-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"))),

    /** These run in the base repository, with its secrets, on behalf of somebody else's change. */
    NO_SECRETS_FOR_STRANGERS(workflow -> Stream.of("pull_request_target", "workflow_run", "issue_comment")
            .filter(trigger -> workflow.triggers().contains(trigger))),

    /** Nothing is allowed that a job does not name, and whoever may write holds no more than it needs. */
    LEAST_PERMISSIONS(workflow -> workflow.isAction()
            ? Stream.of()
            : Stream.concat(
                    readsAtMost(workflow.root().get("permissions")) ? Stream.of() : Stream.of("the workflow"),
                    names(workflow, job -> job.writes() && !mayWrite(job)))),

    /** An expression in a script is pasted in before the shell reads it: a branch name is code then. */
    NO_EXPRESSION_IN_A_SCRIPT(workflow ->
            steps(workflow).map(step -> step.run() + step.with("script")).filter(script -> script.contains("${{"))),

    /** Later steps, and what they run, find no token on the disk. */
    NO_CREDENTIALS_LEFT_BEHIND(workflow -> steps(workflow)
            .filter(step -> step.uses().startsWith("actions/checkout@"))
            .filter(step -> !step.with("persist-credentials").equals("false"))
            .map(Step::uses)),

    /** A job that hangs holds up everything behind it. */
    ENDS_IN_TIME(workflow -> names(
            workflow, job -> !workflow.isAction() && job.text("timeout-minutes").isEmpty())),

    /** Every key that can plan can send, so each is behind an environment, and behind nothing that a fork can start. */
    KEYS_IN_AN_ENVIRONMENT(workflow -> names(
            workflow,
            job -> job.seesSecrets()
                    && (job.text("environment").isEmpty()
                            || (workflow.runsForPullRequests() && !isOfThisRepository(job))))),

    /** In a pull request the action, and with it the program, is the base's: what the change brings is data. */
    TRUSTED_PROGRAM(workflow -> names(
            workflow,
            job -> workflow.runsForPullRequests()
                    && job.steps().stream().anyMatch(step -> step.uses().startsWith("./"))
                    && !isOfTheBase(job))),

    /** Sends wait for each other and for a reviewer, and send what was reviewed. */
    SENDS_IN_TURN_AND_REVIEWED(workflow -> names(
            workflow,
            job -> job.steps().stream().anyMatch(Step::sends)
                    && (workflow.runsForPullRequests()
                            || job.text("environment").isEmpty()
                            || !isQueue(Workflow.map(job.body().get("concurrency")))
                            || job.steps().stream()
                                    .filter(Step::sends)
                                    .anyMatch(step -> !(step.run() + step.with("arguments")).contains("--expect"))))),

    /** What the lock could not take is on the disk of a machine that is about to vanish. */
    KEEPS_THE_JOURNAL(workflow -> names(
            workflow,
            job -> job.steps().stream().anyMatch(Step::sends)
                    && job.steps().stream()
                            .noneMatch(
                                    step -> step.always() && step.with("path").contains(".lock.")))),

    /** Whoever can read the repository can read an artifact, so it is gone soon. */
    ARTIFACTS_DO_NOT_STAY(workflow -> steps(workflow)
            .filter(step -> step.uses().startsWith("actions/upload-artifact@"))
            .filter(step -> !step.with("retention-days").matches("[1-9]|1[0-4]"))
            .map(step -> step.with("name"))),

    /** A cancelled job signals the process that it started: that is the one which sends, or which passes it on. */
    BECOMES_WHAT_IT_RUNS(workflow -> steps(workflow)
            .map(Step::run)
            .filter(run -> run.contains("muster") || (workflow.isAction() && !run.isEmpty()))
            .filter(run -> !run.startsWith("exec ") || run.strip().contains("\n")));

    private static final Pattern NOT_A_FORK =
            Pattern.compile("(needs\\.[\\w.]+ == '\\w+' && )?github\\.event\\.pull_request\\.head\\.repo\\.full_name =="
                    + " github\\.repository");
    private static final Pattern BASE = Pattern.compile("\\$\\{\\{ github\\.event\\.pull_request\\.base\\.sha"
            + "( \\|\\| github\\.event\\.merge_group\\.base_sha)? }}");

    @SuppressWarnings("ImmutableEnumChecker") // each is a lambda without state
    private final Function<Workflow, Stream<String>> offences;

    WorkflowRule(Function<Workflow, Stream<String>> offences) {
        this.offences = offences;
    }

    /** What breaks this rule; nothing where it is kept. */
    List<String> offences(Workflow workflow) {
        return offences.apply(workflow).toList();
    }

    private static Stream<Step> steps(Workflow workflow) {
        return workflow.jobs().stream().flatMap(job -> job.steps().stream());
    }

    private static Stream<String> names(Workflow workflow, Function<Job, Boolean> offends) {
        return workflow.jobs().stream().filter(offends::apply).map(Job::name);
    }

    private static boolean readsAtMost(@Nullable Object permissions) {
        return permissions instanceof Map<?, ?> named && named.values().stream().allMatch("read"::equals);
    }

    /**
     * The lock's branch and a release from behind an environment, and with the latter the word about its origin; comments and
     * issues from a job that holds no key.
     */
    private static boolean mayWrite(Job job) {
        return job.permissions().entrySet().stream()
                .filter(permission -> "write".equals(permission.getValue()))
                .allMatch(permission -> switch (String.valueOf(permission.getKey())) {
                    case "contents" -> !job.text("environment").isEmpty();
                    case "id-token", "attestations" -> !job.text("environment").isEmpty() && !job.seesSecrets();
                    case "pull-requests", "issues" -> !job.seesSecrets();
                    default -> false;
                });
    }

    private static boolean isOfThisRepository(Job job) {
        return NOT_A_FORK.matcher(job.text("if")).matches();
    }

    private static boolean isOfTheBase(Job job) {
        return job.steps().stream()
                .filter(step -> step.uses().startsWith("./"))
                .allMatch(local -> job.steps().stream()
                        .filter(step -> step.uses().startsWith("actions/checkout@"))
                        .filter(step -> BASE.matcher(step.with("ref")).matches())
                        .anyMatch(step -> local.uses().startsWith("./" + step.with("path") + "/")));
    }

    private static boolean isQueue(Map<?, ?> concurrency) {
        return "false".equals(concurrency.get("cancel-in-progress")) && "max".equals(concurrency.get("queue"));
    }
}
