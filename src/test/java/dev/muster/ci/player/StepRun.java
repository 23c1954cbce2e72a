package dev.muster.ci.player;

import dev.muster.ci.Workflow;
import dev.muster.ci.Workflow.Job;
import dev.muster.ci.Workflow.Step;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One step: a script, an action of the checkout, or one of the few actions that are played here. */
final class StepRun {
    private static final Pattern SET_OUTPUT = Pattern.compile("^\\s*::set-output name=([^:,]+)::(.*)$");

    private final JobRun job;
    private final Step step;
    private final Scope scope;
    private final Map<String, String> environment;
    private final Map<String, String> outputs = new LinkedHashMap<>();

    /** An action that ends badly, and why. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepFailed(String why) {
            super(why);
        }
    }

    StepRun(JobRun job, Step step, Scope scope, Map<String, String> environment) {
        this.job = job;
        this.step = step;
        this.scope = scope;
        this.environment = new LinkedHashMap<>(environment);
        filled(step.body().get("env"), scope).forEach(this.environment::put);
    }

    static Map<String, String> filled(@Nullable Object texts, Scope scope) {
        var filled = new LinkedHashMap<String, String>();
        Workflow.map(texts)
                .forEach(
                        (name, text) -> filled.put(String.valueOf(name), Expression.fill(String.valueOf(text), scope)));
        return filled;
    }

    Map<String, String> outputs() {
        return outputs;
    }

    /** Plays it; whether it went well. */
    boolean play() {
        try {
            return step.uses().isEmpty() ? script() : used(filled(step.body().get("with"), scope));
        } catch (StepFailed e) {
            job.say("##[error]" + e.getMessage() + "\n");
            return false;
        }
    }

    private boolean used(Map<String, String> with) {
        var name = step.uses().replaceFirst("@.*", "");
        switch (name) {
            case "actions/checkout" -> new Checkout(job, with).play();
            case "actions/upload-artifact" -> upload(with);
            case "actions/download-artifact" -> download(with);
            case "actions/setup-java" -> job.export("JAVA_HOME", System.getProperty("java.home"));
            default -> {
                return action(with);
            }
        }
        return true;
    }

    private void upload(Map<String, String> with) {
        var patterns = with.getOrDefault("path", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (patterns.isEmpty()) {
            throw new StepFailed("Input required and not supplied: path");
        }
        int files = job.artifacts()
                .upload(
                        with.getOrDefault("name", "artifact"),
                        patterns,
                        job.runner().work(),
                        with.getOrDefault("overwrite", "false").equals("true"),
                        Integer.parseInt(with.getOrDefault("retention-days", "90")));
        if (files == 0) {
            job.say("No files were found with the provided path: " + String.join(" ", patterns) + "\n");
        }
    }

    private void download(Map<String, String> with) {
        var to = job.runner().work().resolve(with.getOrDefault("path", "."));
        HubFiles.folder(to);
        if (with.containsKey("name")) {
            job.artifacts().download(with.get("name"), to);
        } else {
            job.artifacts().downloadAll(to);
        }
    }

    /** A composite action of a checkout: its steps see the inputs and what this step has in its environment. */
    private boolean action(Map<String, String> with) {
        var folder = job.runner().work().resolve(step.uses()).normalize();
        if (!step.uses().startsWith("./")
                || !folder.resolve("action.yml").toFile().exists()) {
            throw new StepFailed(
                    "Can't find 'action.yml' under '" + folder + "'. Did you forget to run actions/checkout?");
        }
        var action = Workflow.parse(folder.resolve("action.yml"), HubFiles.read(folder.resolve("action.yml")));
        var inside = scope.with("inputs", inputs(action, with)).with("github", github(folder));
        var steps = new StepSequence(job, inside, environment);
        boolean isGood = steps.play(new Job("", Workflow.map(action.root().get("runs"))).steps());
        Workflow.map(action.root().get("outputs"))
                .forEach((name, output) -> outputs.put(
                        String.valueOf(name),
                        Expression.fill(Workflow.text(Workflow.map(output), "value"), steps.scope())));
        return isGood;
    }

    private Map<String, Object> inputs(Workflow action, Map<String, String> with) {
        var inputs = new LinkedHashMap<String, Object>();
        Workflow.map(action.root().get("inputs"))
                .forEach((name, input) -> inputs.put(
                        String.valueOf(name), Expression.fill(Workflow.text(Workflow.map(input), "default"), scope)));
        inputs.putAll(with);
        return inputs;
    }

    private Map<String, Object> github(Path folder) {
        var github = new LinkedHashMap<String, Object>();
        Workflow.map(scope.context("github")).forEach((name, value) -> github.put(String.valueOf(name), value));
        github.put("action_path", folder.toString());
        return github;
    }

    private boolean script() {
        var files = StepFiles.in(job.runner().temporary(), job.nextStep());
        var script = HubFiles.write(files.script(), Expression.fill(step.run(), scope));
        var command = Workflow.text(step.body(), "shell").equals("bash")
                ? List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script.toString())
                : List.of("bash", "-e", script.toString());
        int code = job.run(command, variables(files), files.log());
        files.outputs().forEach(outputs::put);
        takeCommands(files.said());
        files.exported().forEach(job::export);
        job.summarize(files.summary());
        if (code != 0) {
            job.say("##[error]Process completed with exit code " + code + ".\n");
        }
        return code == 0;
    }

    private Map<String, String> variables(StepFiles files) {
        var variables = new LinkedHashMap<>(job.variables());
        variables.putAll(environment);
        files.variables().forEach(variables::put);
        variables.put(
                "GITHUB_ACTION_PATH",
                Values.text(Workflow.map(scope.context("github")).get("action_path")));
        return variables;
    }

    /** What a step prints for the runner is no line of the log. */
    private void takeCommands(String said) {
        said.lines().forEach(line -> {
            var output = SET_OUTPUT.matcher(line);
            if (output.matches()) {
                outputs.put(output.group(1), output.group(2));
            } else if (!line.startsWith("::add-mask::")) {
                job.say(line + "\n");
            }
        });
    }
}
