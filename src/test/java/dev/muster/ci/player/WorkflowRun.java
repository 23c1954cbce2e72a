package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import dev.muster.ci.Workflow.Job;
import dev.muster.ci.player.JobRun.Result;
import dev.muster.ci.player.Scope.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run of a workflow: jobs in the order of their needs, each with its own token and the secrets of its environment, which it
 * gets when a reviewer has let it begin.
 */
final class WorkflowRun {
    private final WorkflowPlayer player;
    private final Workflow workflow;
    private final WorkflowEvent event;
    private final long id;
    private final Artifacts artifacts;
    private final Map<String, Result> results = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Set<String> approved = Collections.synchronizedSet(new HashSet<>());
    private final Set<String> lost = new HashSet<>();
    private final List<String> logs = new ArrayList<>();
    private int attempt = 1;
    private volatile boolean isCancelled;
    private volatile @Nullable JobRun current;

    WorkflowRun(WorkflowPlayer player, Workflow workflow, WorkflowEvent event, long id) {
        this.player = player;
        this.workflow = workflow;
        this.event = event;
        this.id = id;
        this.artifacts = new Artifacts(hub().place().resolve("artifacts-" + id), hub().clock());
    }

    /** Plays every job that can begin, until all have ended or wait for somebody. */
    WorkflowRun proceed() {
        return proceed(workflow.jobs());
    }

    /** Plays this job and what it waits for, where a test asks for nothing else. */
    WorkflowRun proceedTo(String job) {
        return proceed(new JobGraph(workflow).upTo(job));
    }

    private WorkflowRun proceed(List<Job> jobs) {
        boolean progressed = true;
        while (progressed) {
            progressed = false;
            for (var job : jobs) {
                if (!results.containsKey(job.name())
                        && JobGraph.needs(job).stream().allMatch(results::containsKey)) {
                    progressed |= decide(job);
                }
            }
        }
        return this;
    }

    /** Skips it, plays it, or lets it wait; whether it has ended. */
    private boolean decide(Job job) {
        if (!Expression.isMet(job.text("if"), scope(job))) {
            end(job, Result.of(isCancelled ? "cancelled" : "skipped"));
            return true;
        }
        var environment = JobGraph.environment(job);
        if (hub().environment(environment).asksReviewer() && !approved.contains(environment)) {
            return false;
        }
        if (!player.enter(this, concurrency(job.body()).group())) {
            return false;
        }
        try {
            end(job, played(job));
        } finally {
            player.leave(this, concurrency(job.body()).group());
        }
        return true;
    }

    private void end(Job job, Result result) {
        results.put(job.name(), result);
        logs.add(result.log());
    }

    private Result played(Job job) {
        var token = hub().tokens().mint(Tokens.JOB, new JobGraph(workflow).permissions(job, event.isFromFork()));
        var secrets = event.isFromFork()
                ? Map.<String, String>of()
                : hub().environment(JobGraph.environment(job)).secrets();
        var with = new HashMap<String, Object>(secrets);
        with.put("GITHUB_TOKEN", token.value());
        var run = new JobRun(this, job, scope(job).with("secrets", with), player.runner(), token);
        current = run;
        if (lost.contains(job.name())) {
            run.lose();
        }
        try {
            return run.play();
        } finally {
            current = null;
            hub().tokens().revoke(token);
        }
    }

    private Scope scope(Job job) {
        var needed = new HashMap<String, Object>();
        JobGraph.needs(job)
                .forEach(name -> needed.put(
                        name,
                        Map.of(
                                "result", result(name).result(),
                                "outputs", result(name).outputs())));
        return new Scope(Map.of("github", context().github(), "needs", needed, "inputs", Map.of()), standing(job));
    }

    /** A job waits for the ancestors of what it needs, too. */
    private Standing standing(Job job) {
        var before = new JobGraph(workflow)
                .ancestors(job)
                .map(name -> result(name).result())
                .toList();
        return new Standing(
                before.contains("failure"), isCancelled, before.stream().allMatch("success"::equals));
    }

    /** What the workflow says of other runs. */
    Concurrency concurrency() {
        return concurrency(workflow.root());
    }

    private Concurrency concurrency(Map<?, ?> body) {
        return Concurrency.of(body, new Scope(Map.of("github", context().github()), Standing.GOOD));
    }

    private RunContext context() {
        return new RunContext(hub(), event, Workflow.text(workflow.root(), "name"), id, attempt);
    }

    /** What every process of every job has in its environment. */
    Map<String, String> variables() {
        return context().variables();
    }

    // --- what people and machines do with it

    /** The environments whose reviewers have to say something before this run goes on. */
    List<String> waitsFor() {
        return workflow.jobs().stream()
                .filter(job -> !results.containsKey(job.name()))
                .filter(job -> JobGraph.needs(job).stream().allMatch(results::containsKey))
                .map(JobGraph::environment)
                .filter(environment -> hub().environment(environment).asksReviewer() && !approved.contains(environment))
                .distinct()
                .toList();
    }

    WorkflowRun approve(String environment) {
        approved.add(environment);
        return proceed();
    }

    /** A reviewer says no: the jobs that wait for it fail. */
    WorkflowRun reject(String environment) {
        workflow.jobs().stream()
                .filter(job -> !results.containsKey(job.name())
                        && JobGraph.environment(job).equals(environment))
                .filter(job -> JobGraph.needs(job).stream().allMatch(results::containsKey))
                .forEach(job -> end(job, Result.of("failure")));
        return proceed();
    }

    /** Cancels what runs and what waits; the signals that the running step got. */
    List<String> cancel() {
        isCancelled = true;
        var running = current;
        if (running != null) {
            return running.cancel();
        }
        proceed();
        return List.of();
    }

    /** The machine of the running job is never heard of again. */
    void loseMachine() {
        var running = current;
        if (running != null) {
            running.lose();
        }
    }

    /** The machine of this job will be lost as soon as it has begun. */
    WorkflowRun loseMachineIn(String job) {
        lost.add(job);
        return this;
    }

    /** Runs all jobs again, for the same event and with the same number. */
    WorkflowRun rerun() {
        results.clear();
        attempt++;
        approved.clear();
        isCancelled = false;
        return proceed();
    }

    // --- what it left

    Map<String, String> results() {
        return results.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().result(), (a, b) -> b, LinkedHashMap::new));
    }

    Result result(String job) {
        return Optional.ofNullable(results.get(job)).orElseThrow(() -> new AssertionError(job + " has not ended"));
    }

    /** All that all jobs of all attempts printed. */
    String log() {
        return String.join("", logs);
    }

    long id() {
        return id;
    }

    FakeHub hub() {
        return player.hub();
    }

    WorkflowEvent event() {
        return event;
    }

    Artifacts artifacts() {
        return artifacts;
    }
}
