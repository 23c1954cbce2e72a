package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import dev.muster.ci.Workflow.Step;
import dev.muster.ci.player.Scope.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps one after the other, of a job or of a composite action, and what each has left under its {@code id}. */
final class StepSequence {
    private final JobRun job;
    private final Scope outer;
    private final Map<String, String> environment;
    private final Map<String, Object> steps = new LinkedHashMap<>();
    private boolean hasFailed;

    StepSequence(JobRun job, Scope outer, Map<String, String> environment) {
        this.job = job;
        this.outer = outer;
        this.environment = environment;
    }

    /** Plays them all; whether none failed. */
    boolean play(List<Step> all) {
        for (var step : all) {
            play(step);
        }
        return !hasFailed;
    }

    private void play(Step step) {
        var scope = scope();
        var condition = Workflow.text(step.body(), "if");
        if (!Expression.isMet(condition, scope)) {
            leave(step, "skipped", Map.of());
            return;
        }
        job.beginStep(Expression.isMet(condition, scope.standing(new Standing(hasFailed, true, false))));
        var run = new StepRun(job, step, scope, environment);
        boolean isGood = run.play();
        boolean forgives = Expression.fill(Workflow.text(step.body(), "continue-on-error"), scope)
                .equals("true");
        hasFailed |= !isGood && !forgives;
        leave(step, isGood ? "success" : "failure", run.outputs());
    }

    private void leave(Step step, String outcome, Map<String, String> outputs) {
        var id = Workflow.text(step.body(), "id");
        if (!id.isEmpty()) {
            steps.put(id, Map.of("outputs", Map.copyOf(outputs), "outcome", outcome, "conclusion", outcome));
        }
    }

    /** What can be named after the steps that were played. */
    Scope scope() {
        var environmentSeen = new LinkedHashMap<>(environment);
        environmentSeen.putAll(job.exported());
        return outer.with("steps", Map.copyOf(steps))
                .with("env", environmentSeen)
                .standing(new Standing(hasFailed, job.isCancelled(), !hasFailed));
    }
}
