package dev.muster.cli;

import dev.muster.cli.command.StandardOutput;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.cli.env.WorkspaceClientFactory;
import dev.muster.sandbox.http.Sandbox;
import dev.muster.sandbox.world.InitialState;
import dev.muster.sandbox.world.SandboxOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The whole program in memory over a sandbox, in a folder with one campaign to the sandbox's six colleagues. */
public final class InMemoryProgram implements AutoCloseable {
    private static final Instant MORNING = Instant.parse("2026-11-30T09:00:00Z");

    private final Path folder;
    private final Sandbox sandbox;
    private final AtomicInteger ids = new AtomicInteger();
    private WorkspaceClientFactory connector;
    private String temporary = ".";
    private String typed = "";
    private String message = "{text: \"This is a test of our message system. Nothing to do for you.\"}";
    private String working = "";
    private int room = Integer.MAX_VALUE;
    private Map<String, String> variables = Map.of();
    private Optional<Integer> columns = Optional.empty();

    /** What a run printed, and how it ended. */
    public record Run(int code, String out, String err) {
        public String all() {
            return out + err;
        }
    }

    public InMemoryProgram(Path folder) {
        this(folder, new InitialState(MORNING));
    }

    /** The same over a workspace of so many contacts. */
    public InMemoryProgram(Path folder, int contacts) {
        this(folder, new InitialState(MORNING, contacts));
    }

    private InMemoryProgram(Path folder, InitialState firstDay) {
        this.folder = folder;
        this.sandbox = Sandbox.start(folder.resolve("sandbox"), firstDay, SandboxOptions.standard(), 0);
        this.connector = new StoryConnector(sandbox);
        write("campaigns/muster.yaml", """
                kind: project
                default_workspace: sandbox
                workspaces:
                  sandbox:
                    sandbox: {clock: 2026-11-30T09:00:00Z}
                    single_message: send_whatsapp_message
                defaults: {senders: [Sales Line]}
                policy: {always_exclude: [DNC, unsubscribed, duplicate]}
                """);
        campaign("system-test");
    }

    /** The one campaign of the folder, from now on under this key. */
    public void campaign(String key) {
        write("campaigns/test.yaml", """
                kind: campaign
                key: %s
                name: System test
                audience: {any: [staff_test]}
                message: %s
                schedule: immediately
                acknowledge:
                  policy/opt-in-required: six colleagues who agreed in writing
                  plan/looks-like-a-rename: it is a test
                """.formatted(key, message));
    }

    /** What campaigns say from now on, as it stands in YAML. */
    public void saying(String yaml) {
        message = yaml;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts something between the program and its workspace. */
    public void connector(UnaryOperator<WorkspaceClientFactory> change) {
        connector = change.apply(connector);
    }

    /** The folder for temporary files, which need not be there. */
    public void temporary(String name) {
        temporary = name;
    }

    /** From now on somebody looks, at a terminal as wide as this. */
    public void terminal(int width) {
        columns = Optional.of(width);
    }

    /** From now on it runs in this folder below its own. */
    public void goTo(String name) {
        working = name;
    }

    /** From now on standard output takes so many bytes more in all, and then the disk is full. */
    void outputTakes(int bytes) {
        room = bytes;
    }

    private OutputStream limited(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) throws IOException {
                if (room == 0) {
                    throw new IOException("No space left on device");
                }
                room--;
                out.write(b);
            }
        };
    }

    /** From now on these are in the environment as well. */
    public void variables(Map<String, String> more) {
        variables = Map.copyOf(more);
    }

    /** The same with a line on standard input. */
    public Run runTyping(String line, String... arguments) {
        typed = line + "\n";
        var run = run(arguments);
        typed = "";
        return run;
    }

    public Run run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Main.run(arguments, surroundings(out, err));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    public ProgramEnvironment surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var environment = new HashMap<>(Map.of(
                "USER", "ada",
                "SEAX_API_KEY", sandbox.apiKey(),
                "TMPDIR", folder.resolve(temporary).toString()));
        columns.ifPresent(width -> environment.put("COLUMNS", width.toString()));
        environment.putAll(variables);
        return new ProgramEnvironment(
                new BufferedReader(new StringReader(typed)),
                StandardOutput.over(limited(out)),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder.resolve(working),
                columns.isPresent(),
                Clock.fixed(MORNING, ZoneOffset.UTC),
                () -> "00000000-0000-4000-8000-%012d".formatted(ids.incrementAndGet()),
                connector,
                new ShutdownHandler());
    }

    /** Every text that the program left in the folder of campaigns. */
    public String files() {
        try (var files = Files.walk(folder.resolve("campaigns"))) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(Files.readString(file)).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
