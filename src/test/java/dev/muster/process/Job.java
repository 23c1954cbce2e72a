package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A job of a CI system on a fresh machine: the action's script beside a checkout of the program, and the files through which
 * a runner gets its outputs and its summary. The launcher of that checkout starts the program of these tests.
 */
record Job(Path place, Path work, Map<String, String> environment) {
    private static final Path ACTION = Path.of(".github/actions/muster");

    static Job in(Path place, Path work, Map<String, String> environment) {
        var job = new Job(place, work, environment);
        try {
            Files.createDirectories(job.action());
            for (var script : List.of("run.sh")) {
                Files.copy(ACTION.resolve(script), job.action().resolve(script));
            }
            job.launcher("exec "
                    + Java.program().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "))
                    + " \"$@\"");
            return job;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same job, which was not given this variable. */
    Job without(String variable) {
        var fewer = new HashMap<>(environment);
        fewer.remove(variable);
        return new Job(place, work, fewer);
    }

    private Path action() {
        return place.resolve("checkout of muster/.github/actions/muster");
    }

    /** What stands in place of the launcher. */
    void launcher(String script) {
        executable(place.resolve("checkout of muster/muster"), script);
    }

    /** Puts a program on the job's path. */
    void tool(String name, String script) {
        executable(place.resolve("bin").resolve(name), script);
    }

    private static void executable(Path file, String script) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\n" + script + "\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts Muster by hand, in the same clone. */
    ProgramProcess muster(String... arguments) {
        var own = new HashMap<>(environment);
        own.put("PATH", System.getenv("PATH"));
        return ProgramProcess.start(work, own, arguments);
    }

    /** Starts the action's step with these inputs, such as {@code INPUT_COMMAND=plan}. */
    ProgramProcess start(String... inputs) {
        return script("run.sh", List.of(), inputs);
    }

    /** Starts one of the action's scripts as a step does, which is: as the process itself. */
    ProgramProcess script(String name, List<String> arguments, String... variables) {
        var step = new HashMap<>(environment);
        step.put("PATH", place.resolve("bin") + ":" + System.getenv("PATH"));
        step.put("CI", "true");
        step.put("GITHUB_ACTIONS", "true");
        step.put("GITHUB_REPOSITORY", "crm/campaigns");
        step.put("GITHUB_OUTPUT", place.resolve("outputs").toString());
        step.put("GITHUB_STEP_SUMMARY", place.resolve("summary").toString());
        step.put("RUNNER_TEMP", place.resolve("temporary").toString());
        for (var variable : variables) {
            step.put(variable.replaceFirst("(?s)=.*", ""), variable.replaceFirst("(?s)^[^=]*=", ""));
        }
        try {
            Files.deleteIfExists(place.resolve("outputs"));
            Files.deleteIfExists(place.resolve("summary"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProgramProcess.start(
                List.of("bash", action().resolve(name).toString()), work, step, arguments.toArray(String[]::new));
    }

    /** Runs the action's step to its end, which must be this one. */
    Map<String, String> run(int exitCode, String... inputs) {
        try (var step = start(inputs)) {
            assertThat(step.exitCode()).as(step.said() + step.errors()).isEqualTo(exitCode);
        }
        return outputs();
    }

    Map<String, String> outputs() {
        return text("outputs")
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
    }

    String summary() {
        return text("summary");
    }

    String text(String name) {
        try {
            return Files.exists(place.resolve(name)) ? Files.readString(place.resolve(name)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
