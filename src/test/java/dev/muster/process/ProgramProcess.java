package dev.muster.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class ProgramProcess implements AutoCloseable {
    /** Only a machine that is stuck takes longer; no test waits for it otherwise. */
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final BufferedReader out;
    private final Path errors;
    private final StringBuilder said = new StringBuilder();

    private ProgramProcess(Process process, Path errors) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.errors = errors;
    }

    /** Starts a command in a folder, with nothing in its environment but what is given: not the CI of these tests. */
    static ProgramProcess start(Path folder, Map<String, String> environment, String... arguments) {
        return start(Java.program(), folder, environment, arguments);
    }

    /** Starts a command that waits at a point of an apply; see {@link dev.muster.cli.WatchedProgram}. */
    static ProgramProcess startWatched(Path folder, Map<String, String> environment, String... arguments) {
        return start(Java.watched(), folder, environment, arguments);
    }

    /** Starts a command by a Java that is itself started by something, such as a shell that sets a limit. */
    static ProgramProcess start(List<String> java, Path folder, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(java);
        command.addAll(List.of(arguments));
        try {
            var errors = Files.createTempFile("muster-errors", ".txt");
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new ProgramProcess(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has said so many lines that begin like this, or has nothing more to say. */
    ProgramProcess awaitLines(int count, String beginning) {
        int seen = 0;
        while (seen < count) {
            var line = readLine();
            if (line.isEmpty()) {
                return this;
            }
            seen += line.startsWith(beginning) ? 1 : 0;
        }
        return this;
    }

    private String readLine() {
        try {
            var line = out.readLine();
            said.append(line == null ? "" : line + "\n");
            return line == null ? "" : line + "\n";
        } catch (IOException killed) {
            return "";
        }
    }

    /** Lets it go on for a while, unless it ends first. */
    ProgramProcess letRun(Duration time) {
        try {
            process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
            return this;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has reached its point. */
    ProgramProcess awaitPoint() {
        awaitLines(1, "reached ");
        if (!said.toString().contains("reached ")) {
            throw new AssertionError("it never got there; it said:\n" + said + errors());
        }
        return this;
    }

    /** Lets it go on from its point. */
    void goOn() throws IOException {
        process.outputWriter().append('\n').flush();
    }

    /** SIGKILL: no hook runs, nothing is flushed. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Any other signal, by its name. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    /** The exit code, once it has ended and everything it said was read. */
    int exitCode() {
        awaitLines(Integer.MAX_VALUE, "");
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("it does not end; it said:\n" + said + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String said() {
        return said.toString();
    }

    String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Files.delete(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
