package dev.muster.cli;

import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** A person at a computer: runs commands in this process, on the same files and workspaces as the real program would. */
public record Workstation(Path folder, Map<String, String> environment, Clock clock) {
    /** What a command printed, and its exit code. */
    public record Said(int code, String out, String err) {}

    public Said run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(
                arguments,
                new ProgramEnvironment(
                        new BufferedReader(new StringReader("")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        environment,
                        folder,
                        false,
                        clock,
                        () -> UUID.randomUUID().toString(),
                        SameClock.with(new DefaultClientFactory()),
                        new ShutdownHandler()));
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
