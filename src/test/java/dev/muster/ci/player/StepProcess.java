package dev.muster.ci.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The process of a step. It is cancelled as the runner does it (github.com/actions/runner, ProcessInvoker): SIGINT to the
 * process that was started, to no child of it; after 7.5 seconds SIGTERM; after 2.5 more the end of the whole tree.
 */
final class StepProcess {
    private static final long PATIENCE_SECONDS = 180;
    private static final long AFTER_INTERRUPT = 7_500;
    private static final long AFTER_TERMINATE = 2_500;

    /** What ignores a signal when it begins ignores it for ever; GNU's env gives a process its signals back. */
    private static final List<String> LISTENING = listening();

    private final Process process;
    private final List<String> signals = new ArrayList<>();

    private StepProcess(Process process) {
        this.process = process;
    }

    static StepProcess start(List<String> command, Path folder, Map<String, String> environment, Path log) {
        var whole = new ArrayList<>(LISTENING);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new StepProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> listening() {
        try {
            var tried = new ProcessBuilder("env", "--default-signal", "true")
                    .redirectErrorStream(true)
                    .start();
            return tried.waitFor() == 0 ? List.of("env", "--default-signal") : List.of();
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the end of it; its exit code. */
    int await() {
        if (!endsWithin(PATIENCE_SECONDS * 1_000)) {
            kill();
            throw new AssertionError("a step does not end");
        }
        return process.exitValue();
    }

    /** Ends it as a cancelled job is ended; the signals that this took. */
    List<String> cancel() {
        if (!signalled("INT", AFTER_INTERRUPT) && !signalled("TERM", AFTER_TERMINATE)) {
            signals.add("KILL");
            kill();
        }
        return List.copyOf(signals);
    }

    private boolean signalled(String name, long patience) {
        signals.add(name);
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return endsWithin(patience);
    }

    /** The machine is gone, with everything on it. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        endsWithin(PATIENCE_SECONDS * 1_000);
    }

    private boolean endsWithin(long milliseconds) {
        try {
            return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
