package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The {@code git} program, run in a folder: it takes no locks that it can do without, asks nobody for a password, and does
 * not mind whose hook Muster runs in.
 */
record GitCommand(Path folder) {
    /** A hook sets these for the repository it belongs to ({@code git rev-parse --local-env-vars}); ours is that of the folder. */
    private static final Set<String> OF_A_HOOK = Set.of(
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_COMMON_DIR",
            "GIT_INDEX_FILE",
            "GIT_PREFIX",
            "GIT_NAMESPACE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_QUARANTINE_PATH",
            "GIT_SHALLOW_FILE",
            "GIT_GRAFT_FILE",
            "GIT_REPLACE_REF_BASE");

    /** What git said and how it ended. */
    record Answer(int code, String output) {
        String line() {
            return output.strip();
        }
    }

    /** Runs git to its end; what it says against it is not shown, because the caller knows better what was asked for. */
    Answer run(String... arguments) {
        var process = start(arguments);
        try {
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), output);
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted while git was asked", e);
        } finally {
            process.destroy();
        }
    }

    Process start(String... arguments) {
        return start(builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** The program with these arguments, not started yet. */
    ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        var environment = builder.environment();
        environment.keySet().removeAll(OF_A_HOOK);
        environment.put("LC_ALL", "C");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        return builder;
    }

    static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EnvironmentException("the program `git` is needed here, and cannot be started: " + e, e);
        }
    }

    static EnvironmentException failed(Exception cause) {
        return new EnvironmentException("git stopped in the middle of its answer: " + cause, cause);
    }
}
