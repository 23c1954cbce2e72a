package dev.muster.git;

import dev.muster.diagnostic.EnvironmentException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code git} program where it also writes and speaks to a remote: whatever the user configured, no hook runs, nothing is
 * signed, nothing is tidied up on the way, and the author is Muster. It ends within a minute; what it says goes into files,
 * so that no child of it that lives on can hold Muster up.
 */
public record GitPlumbing(GitCommand git) {
    private static final long SECONDS = 60;
    private static final List<String> CONFIGURATION = List.of(
            "core.hooksPath=/dev/null",
            "core.fsmonitor=false",
            "core.logAllRefUpdates=false",
            "commit.gpgSign=false",
            "push.gpgSign=false",
            "push.followTags=false",
            "push.recurseSubmodules=no",
            "fetch.recurseSubmodules=false",
            "fetch.writeCommitGraph=false",
            "i18n.commitEncoding=UTF-8",
            "maintenance.auto=false",
            "gc.auto=0");

    Answer run(String... arguments) {
        return feed(new byte[0], arguments);
    }

    /** Runs git to its end with this on its standard input. */
    Answer feed(byte[] input, String... arguments) {
        var options = new ArrayList<String>();
        CONFIGURATION.forEach(value -> options.addAll(List.of("-c", value)));
        options.addAll(List.of(arguments));
        var builder = git.builder(options.toArray(String[]::new));
        for (var role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "Muster");
            builder.environment().put("GIT_" + role + "_EMAIL", "muster@localhost");
        }
        try {
            return answer(builder, input);
        } catch (IOException e) {
            throw GitCommand.failed(e);
        }
    }

    private static Answer answer(ProcessBuilder builder, byte[] input) throws IOException {
        var folder = Files.createTempDirectory("muster-git");
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        try {
            var process =
                    GitCommand.start(builder.redirectOutput(output.toFile()).redirectError(errors.toFile()));
            write(input, process.getOutputStream());
            int code = code(process);
            return new Answer(code, Files.readAllBytes(output), said(errors));
        } finally {
            for (var path : List.of(output, errors, folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String said(Path errors) throws IOException {
        return new String(Files.readAllBytes(errors), StandardCharsets.UTF_8);
    }

    private static void write(byte[] input, OutputStream in) {
        try (in) {
            in.write(input);
        } catch (IOException ended) {
            // git did not want to read it: its exit code says why
            return;
        }
    }

    /** Exit code; one that git does not have when it did not end in time. */
    private static int code(Process process) {
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) ? process.exitValue() : Answer.TOO_LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("interrupted while git was asked", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** How git ended, and what it said. */
    @SuppressWarnings("ArrayRecordComponent") // an object's raw bytes, read once and compared with nothing
    record Answer(int code, byte[] output, String errors) {
        static final int TOO_LATE = -1;

        boolean isGood() {
            return code == 0;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        String line() {
            return text().strip();
        }

        /** What git says against it, without the passwords that a URL may hold. */
        String complaint() {
            return code == TOO_LATE
                    ? "git did not end within " + SECONDS + " seconds"
                    : errors.strip().replaceAll("://[^/@\\s]+@", "://***@");
        }

        /** Its output, or the end of the run. */
        Answer orThrow(String what) {
            if (!isGood()) {
                throw new EnvironmentException(what + ": " + complaint());
            }
            return this;
        }
    }
}
