package dev.muster.cli.env;

import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.file.FileSystemPort;
import dev.muster.lock.file.LocalDisk;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything outside that a run may use: streams, environment, working folder, time, unique values, and how workspaces are
 * reached. Tests run the whole program in memory by giving their own.
 *
 * @param terminal whether a person is there to be asked (standard input and output are a terminal)
 * @param errors whether standard error is a terminal as well, and may show how far something is
 * @param ids a new unique value at each call
 * @param disk where a lock in files is kept
 */
public record ProgramEnvironment(
        BufferedReader in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path folder,
        boolean terminal,
        boolean errors,
        Clock clock,
        Supplier<String> ids,
        WorkspaceClientFactory connector,
        ShutdownHandler interruption,
        FileSystemPort disk) {
    public ProgramEnvironment {
        environment = Map.copyOf(environment);
    }

    /** With the disk of this machine, and both outputs on the terminal, or neither. */
    public ProgramEnvironment(
            BufferedReader in,
            PrintStream out,
            PrintStream err,
            Map<String, String> environment,
            Path folder,
            boolean terminal,
            Clock clock,
            Supplier<String> ids,
            WorkspaceClientFactory connector,
            ShutdownHandler interruption) {
        this(
                in,
                out,
                err,
                environment,
                folder,
                terminal,
                terminal,
                clock,
                ids,
                connector,
                interruption,
                new LocalDisk());
    }

    /** The same without a word of progress. */
    public ProgramEnvironment quiet() {
        return new ProgramEnvironment(
                in, out, err, environment, folder, terminal, false, clock, ids, connector, interruption, disk);
    }

    /** Whether standard output may be drawn over: by a terminal that understands it, outside CI, where every line is kept. */
    public boolean isRedrawable() {
        return terminal && !isCi() && setting("TERM").filter("dumb"::equals).isEmpty();
    }

    /** Whether a line on standard error may say how far something is. */
    public boolean showsProgress() {
        return errors && isRedrawable();
    }

    /** A variable that is set and not empty; one that could not be read ends the run. */
    public Optional<String> variable(String name) {
        var value = setting(name);
        if (value.filter(DecodedText::isBroken).isPresent()) {
            throw new UsageException(
                    "the environment variable " + name + " has characters that cannot be read. " + DecodedText.HELP);
        }
        return value;
    }

    /** The same of one that decides only how output looks: there it does not matter what could not be read. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** How much of a line may be drawn over: never more than the terminal has, or the cursor would not get back to its beginning. */
    public int drawnWidth() {
        return setting("COLUMNS")
                .filter(value -> value.matches("[0-9]{2,4}"))
                .map(Integer::parseInt)
                .orElse(80);
    }

    public boolean isCi() {
        return setting("CI").filter(value -> !value.equals("false")).isPresent();
    }
}
