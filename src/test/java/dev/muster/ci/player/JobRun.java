package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import dev.muster.ci.Workflow.Job;
import dev.muster.ci.player.Scope.Standing;
import dev.muster.ci.player.Tokens.Token;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One job on one machine, from its first step to what it leaves: a result, outputs, a log and a summary. */
final class JobRun {
    private final WorkflowRun run;
    private final Job job;
    private final Scope scope;
    private final Runner runner;
    private final Token token;
    private final StringBuilder log = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();
    private final Map<String, String> exported = new LinkedHashMap<>();
    private final List<Runnable> last = new ArrayList<>();
    private int steps;
    private volatile boolean isCancelled;
    private volatile boolean isLost;
    private volatile boolean stepGoesOn;
    private volatile @Nullable StepProcess process;

    /** How a job ended, and what it left. */
    record Result(String result, Map<String, String> outputs, String log, String summary) {
        Result {
            outputs = Map.copyOf(outputs);
        }

        static Result of(String result) {
            return new Result(result, Map.of(), "", "");
        }
    }

    /** The machine does nothing any more. */
    private static final class MachineLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    JobRun(WorkflowRun run, Job job, Scope scope, Runner runner, Token token) {
        this.run = run;
        this.job = job;
        this.scope = scope;
        this.runner = runner;
        this.token = token;
    }

    Result play() {
        var steps = new StepSequence(
                this,
                scope.with("github", github())
                        .with("runner", Map.of("temp", runner.temporary().toString())),
                StepRun.filled(job.body().get("env"), scope));
        try {
            boolean isGood = steps.play(job.steps());
            last.forEach(Runnable::run);
            var result = isCancelled ? "cancelled" : isGood ? "success" : "failure";
            var outputs = StepRun.filled(job.body().get("outputs"), steps.scope());
            return new Result(result, outputs, log.toString(), summary.toString());
        } catch (MachineLost e) {
            return new Result("failure", Map.of(), log.toString(), summary.toString());
        }
    }

    private Map<String, Object> github() {
        var github = new LinkedHashMap<String, Object>();
        Workflow.map(scope.context("github")).forEach((name, value) -> github.put(String.valueOf(name), value));
        github.put("token", token.value());
        github.put("job", job.name());
        github.put("workspace", runner.work().toString());
        return github;
    }

    /** What every process of the job has in its environment. */
    Map<String, String> variables() {
        var variables = new HashMap<>(run.variables());
        variables.put("GITHUB_JOB", job.name());
        variables.put("GITHUB_WORKSPACE", runner.work().toString());
        variables.put("RUNNER_TEMP", runner.temporary().toString());
        variables.put("HOME", runner.user().toString());
        variables.putAll(exported);
        return variables;
    }

    /** Runs a command of a step to its end. */
    int run(List<String> command, Map<String, String> variables, Path log) {
        if (isLost) {
            throw new MachineLost();
        }
        var started = StepProcess.start(command, runner.work(), variables, log);
        process = started;
        int code = started.await();
        process = null;
        if (isLost) {
            throw new MachineLost();
        }
        return code;
    }

    /** Whether the step that begins now goes on when the run is cancelled. */
    void beginStep(boolean goesOn) {
        if (isLost) {
            throw new MachineLost();
        }
        stepGoesOn = goesOn;
    }

    /** Cancels the job, unless it is one that always runs; the signals that its process was sent. */
    List<String> cancel() {
        if (Expression.isMet(job.text("if"), scope.standing(new Standing(false, true, false)))) {
            return List.of();
        }
        isCancelled = true;
        var current = process;
        return current == null || stepGoesOn ? List.of() : current.cancel();
    }

    /** Nothing is heard of the machine any more. */
    void lose() {
        isLost = true;
        var current = process;
        if (current != null) {
            current.kill();
        }
    }

    boolean isCancelled() {
        return isCancelled;
    }

    void atTheEnd(Runnable task) {
        last.add(task);
    }

    int nextStep() {
        return ++steps;
    }

    void export(String name, String value) {
        exported.put(name, value);
    }

    Map<String, String> exported() {
        return exported;
    }

    void say(String text) {
        log.append(text);
    }

    void summarize(String text) {
        summary.append(text);
    }

    FakeHub hub() {
        return run.hub();
    }

    WorkflowEvent event() {
        return run.event();
    }

    Artifacts artifacts() {
        return run.artifacts();
    }

    Runner runner() {
        return runner;
    }

    Token token() {
        return token;
    }
}
