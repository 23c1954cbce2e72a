package dev.muster.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;

/** The surroundings of the real process, and what a signal does to it. */
final class ProcessSurroundings {
    private ProcessSurroundings() {}

    static Surroundings real() {
        var interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(interruption), "muster-signal"));
        return new Surroundings(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.getenv(),
                Path.of(""),
                isTerminal(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString(),
                new Connections(),
                interruption);
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

    /** UTF-8 whatever the locale says: the plan shows messages as they will be read. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** A signal: an apply under way is ended within the grace. A program that ends by itself keeps its own exit code. */
    private static void shutDown(Interruption interruption) {
        if (interruption.isOver()) {
            return;
        }
        if (interruption.isUnderWay()) {
            interruption.raise();
        }
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }
}
