package dev.muster.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.muster.cli.command.Arguments;
import dev.muster.cli.command.Console;
import dev.muster.cli.command.DurationConverter;
import dev.muster.cli.command.Failure;
import dev.muster.cli.command.HasOutputFormat;
import dev.muster.cli.command.NumberConverter;
import dev.muster.cli.command.OutputFailedException;
import dev.muster.cli.command.OutputFormat;
import dev.muster.cli.command.RemoteIdConverter;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.command.SmallNumberConverter;
import dev.muster.cli.command.StandardOutput;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.event.EventStream;
import dev.muster.cli.event.HasEventStream;
import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.DecodedText;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.FileErrors;
import dev.muster.model.RemoteId;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * The program: arguments and surroundings in, exit code out. The one place where an exception becomes an exit code.
 */
public final class Main {
    private final ProgramEnvironment surroundings;
    private final RootCommand root;

    private Main(ProgramEnvironment surroundings) {
        this.surroundings = surroundings;
        this.root = new RootCommand(surroundings);
    }

    public static void main(String[] typed) {
        Preloader.begin(List.of(typed));
        var surroundings = ProcessEnvironment.real();
        int code = new Main(surroundings).whole(Arguments.asRead(typed), System.getProperty("user.dir", ""));
        surroundings.interruption().end(code);
        leaveNobodyWaiting();
        System.exit(code);
    }

    /**
     * Java's exit waits 300 ms for threads that wait inside the operating system (HotSpot's {@code VM_Exit}). The HTTP client's
     * is such a one, and until Java 21 nothing but an interrupt ends it.
     */
    static void leaveNobodyWaiting() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .forEach(Thread::interrupt);
    }

    /** Runs one command and returns its exit code; touches nothing but the surroundings. */
    public static int run(String[] args, ProgramEnvironment surroundings) {
        return new Main(surroundings).run(args);
    }

    /** What Java itself gives up on, such as memory, is no signal and must not look like one. */
    private int whole(String[] args, String workingFolder) {
        try {
            return run(args, workingFolder);
        } catch (Error fatal) {
            var failure = Failure.of(new IllegalStateException(fatal));
            failure.complain(console(), OutputFormat.TEXT);
            return failure.code().number();
        }
    }

    /** Java finds every file from the working folder, by a name that it must have read rightly. */
    private int run(String[] args, String workingFolder) {
        if (DecodedText.isBroken(DecodedText.marked(workingFolder, DecodedText.isUtf8()))) {
            console()
                    .error("the name of the working folder cannot be read: \"" + workingFolder + "\". "
                            + "Name the folder in UTF-8, and use a UTF-8 locale, such as LC_ALL=C.UTF-8.");
            return ExitCode.ERROR.number();
        }
        return run(args);
    }

    private int run(String[] args) {
        var unreadable = Arguments.unreadable(List.of(args));
        if (unreadable.isPresent()) {
            console().error(unreadable.get());
            return ExitCode.USAGE.number();
        }
        var commandLine = CommandTable.below(new CommandLine(root), List.of(args))
                .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(long.class, new NumberConverter())
                .registerConverter(Long.class, new NumberConverter())
                .registerConverter(int.class, new SmallNumberConverter())
                .registerConverter(Integer.class, new SmallNumberConverter())
                .registerConverter(RemoteId.class, new RemoteIdConverter())
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler((problem, arguments) -> misused(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, command));
        int code = commandLine.execute(args);
        commandLine.getOut().flush();
        return surroundings.out().checkError() ? unwritten(code) : code;
    }

    /** What was asked for did not arrive, and that is no success. A send that happened keeps its own code. */
    private int unwritten(int code) {
        var why = surroundings.out() instanceof StandardOutput out
                ? out.failure().map(reason -> " (" + reason + ")").orElse("")
                : "";
        console().error("standard output could not be written" + why + ", so what it holds is not complete.");
        boolean good = code == ExitCode.OK.number() || code == ExitCode.CHANGES.number();
        return good && !surroundings.interruption().hasBegun() ? ExitCode.ERROR.number() : code;
    }

    private int execute(CommandLine.ParseResult parsed) {
        return root.options.debug
                ? withDebugLog(() -> new CommandLine.RunLast().execute(parsed))
                : new CommandLine.RunLast().execute(parsed);
    }

    /** Only what is asked for talks: the next command of the same process is as quiet as it wants to be. */
    private static int withDebugLog(IntSupplier command) {
        var log = (Logger) LoggerFactory.getLogger("dev.muster");
        log.setLevel(Level.DEBUG);
        try {
            return command.getAsInt();
        } finally {
            log.setLevel(null);
        }
    }

    private int misused(CommandLine.ParameterException problem) {
        var command = problem.getCommandLine();
        console().error(Arguments.notAKey(problem).orElse(String.valueOf(problem.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        console().complain("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE.number();
    }

    private int failed(Exception problem, CommandLine command) {
        if (problem instanceof OutputFailedException) {
            return ExitCode.ERROR.number(); // why is said at the end
        }
        if (root.options.debug) {
            console().complain(stackTrace(problem));
        }
        var failure = Failure.of(asEnvironment(problem));
        var format = format(command);
        failure.complain(console(), format);
        product(failure, command, format).ifPresent(console()::product);
        return failure.code().number();
    }

    /** A file that could not be read or written is no bug, as long as nothing was sent that a code 1 would deny. */
    private Exception asEnvironment(Exception problem) {
        return problem instanceof UncheckedIOException file
                        && !surroundings.interruption().hasBegun()
                ? new EnvironmentException("a file cannot be used: " + FileErrors.reason(file.getCause()), file)
                : problem;
    }

    private Optional<String> product(Failure failure, CommandLine command, OutputFormat format) {
        boolean stream = command.getCommand() instanceof HasEventStream streaming && streaming.isStream();
        return stream && format == OutputFormat.JSON
                ? Optional.of(
                        EventStream.line(failure.event(), surroundings.clock().instant(), Optional.empty()))
                : failure.product(command.getCommandName(), workspace(format), format);
    }

    private OutputFormat format(CommandLine command) {
        return command.getCommand() instanceof HasOutputFormat formatted
                ? root.session().format(formatted)
                : root.options.json ? OutputFormat.JSON : OutputFormat.TEXT;
    }

    /** Only a comment is found again by it, and to find out means to read the definitions again. */
    private Optional<String> workspace(OutputFormat format) {
        return format == OutputFormat.MARKDOWN ? root.session().workspaceName() : Optional.empty();
    }

    private Console console() {
        return new Console(surroundings, root.options);
    }

    private static String stackTrace(Exception problem) {
        var text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text));
        return text.toString()
                .lines()
                .map(line -> Characters.visible(line.replace("\t", "    ")))
                .collect(Collectors.joining("\n"));
    }
}
