package dev.muster.cli;

import dev.muster.cli.command.StandardOutput;
import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.diagnostic.DecodedText;
import dev.muster.lock.file.LocalDisk;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The surroundings of the real process, and what a signal does to it. */
final class ProcessEnvironment {
    private ProcessEnvironment() {}

    static ProgramEnvironment real() {
        return with(new ShutdownHandler());
    }

    /** The real ones, with this on a signal. */
    static ProgramEnvironment with(ShutdownHandler interruption) {
        var err = stream(FileDescriptor.err);
        allowProxyPasswords();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(interruption, err), "muster-signal"));
        return new ProgramEnvironment(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                stream(FileDescriptor.out),
                err,
                environment(),
                Path.of(""),
                isTerminal(),
                isTerminal() && !isErrorElsewhere(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new DefaultClientFactory(),
                interruption,
                new LocalDisk());
    }

    /** The variables; what Java may have read as other letters is marked as lost. */
    private static Map<String, String> environment() {
        boolean utf8 = DecodedText.isEnvironmentUtf8();
        return System.getenv().entrySet().stream()
                .collect(
                        Collectors.toMap(Map.Entry::getKey, variable -> DecodedText.marked(variable.getValue(), utf8)));
    }

    /** Java's HTTP client keeps the password of a proxy to itself unless it is told otherwise before it is loaded. */
    private static void allowProxyPasswords() {
        System.getProperties().putIfAbsent("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    /** Whether standard input and output are a terminal. From Java 22 on there is always a console, and it says so itself. */
    @SuppressWarnings("SystemConsoleNull") // asked of the console itself where it can answer
    private static boolean isTerminal() {
        var console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) console.getClass().getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** Java cannot be asked about standard error. Where the system shows files behind descriptors, a terminal is a device. */
    private static boolean isErrorElsewhere() {
        try {
            return !Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/");
        } catch (IOException | UnsupportedOperationException notShown) {
            return false;
        }
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return StandardOutput.over(new FileOutputStream(descriptor));
    }

    /** A signal: an apply under way is ended within the grace. A program that ends by itself keeps its own exit code. */
    private static void shutDown(ShutdownHandler interruption, PrintStream err) {
        if (interruption.isOver()) {
            return;
        }
        if (interruption.isUnderWay()) {
            err.println("muster: interrupted; nothing further is sent. The answer to the post under way is waited for, "
                    + ShutdownHandler.GRACE.toSeconds() + " s at most.");
            err.flush();
            Runtime.getRuntime().halt(interruption.raise());
        }
        if (!interruption.hasBegun() && !interruption.isServer()) {
            err.println("muster: interrupted; no message was sent");
            err.flush();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
}
