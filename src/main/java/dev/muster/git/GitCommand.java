package dev.muster.git;

import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code git} program, run in a folder: it takes no locks that it can do without, asks nobody for a password, and does
 * not mind whose hook Muster runs in.
 */
public record GitCommand(Path folder) {
    /**
     * What of git's own environment is passed on: where the user's configuration is, and how a remote is reached. Everything
     * else that begins with {@code GIT_} can point to another repository, index, object store or work tree, and a hook sets
     * much of it ({@code git rev-parse --local-env-vars}); the repository asked here is always that of the folder.
     */
    private static final Pattern PASSED_ON =
            Pattern.compile("GIT_CONFIG_(?:COUNT|KEY_[0-9]+|VALUE_[0-9]+|GLOBAL|SYSTEM|"
                    + "NOSYSTEM|PARAMETERS)|GIT_SSH|GIT_SSH_(?:COMMAND|VARIANT)|GIT_ASKPASS|GIT_EXEC_PATH|GIT_SSL_[A-Z_]+|"
                    + "GIT_HTTP_[A-Z_]+|GIT_PROXY_[A-Z_]+|GIT_ALLOW_PROTOCOL|GIT_PROTOCOL[A-Z_]*|GIT_CURL_[A-Z_]+|"
                    + "GIT_CEILING_DIRECTORIES|GIT_DISCOVERY_ACROSS_FILESYSTEM");

    /** What git said and how it ended. */
    public record Answer(int code, String output) {
        public String line() {
            return output.strip();
        }
    }

    /** Runs git to its end; what it says against it is not shown, because the caller knows better what was asked for. */
    public Answer run(String... arguments) {
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
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("GIT_") && !PASSED_ON.matcher(name).matches());
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
