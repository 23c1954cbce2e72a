package dev.muster.story;

import dev.muster.cli.Main;
import dev.muster.cli.StoryConnector;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import dev.muster.sandbox.http.Sandbox;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Runs the real program in memory, with surroundings that are the same on every machine. */
final class Player {
    private static final Pattern REMOTE_ID = Pattern.compile("campaign_[0-9a-f-]{36}");

    private final Path folder;
    private final Sandbox sandbox;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, String> environment = new HashMap<>(Map.of("USER", "ada", "HOSTNAME", "desk"));
    private String typed = "";
    private String digest = "";
    private String remote = "";

    Player(Path folder, Sandbox sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
    }

    /** From now on a terminal is there, and this is typed into it at the next question. */
    void type(String text) {
        typed = text;
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    String run(String[] arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = arguments[i].replace("DIGEST", digest).replace("REMOTE", remote);
        }
        int code = Main.run(arguments, surroundings(out, err));
        var text = out.toString(StandardCharsets.UTF_8);
        remember(text);
        var complaint = err.toString(StandardCharsets.UTF_8);
        return told(text + (complaint.isEmpty() ? "" : "--- stderr\n" + complaint)) + "--- exit code " + code + "\n\n";
    }

    /** What was printed, without what differs from machine to machine. */
    private String told(String printed) {
        return printed.replace(folder + "/", "").replace("Java " + Runtime.version(), "Java VERSION");
    }

    /** The digest of the last plan and the id of the last campaign can be used in the script as DIGEST and REMOTE. */
    private void remember(String text) {
        var lines = text.lines().filter(line -> line.startsWith("Digest ")).toList();
        lines.stream().reduce((a, b) -> b).ifPresent(line -> digest = line.substring("Digest ".length()));
        REMOTE_ID.matcher(text).results().forEach(id -> remote = id.group());
    }

    private ProgramEnvironment surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var surroundings = new ProgramEnvironment(
                new BufferedReader(new StringReader(typed + "\n")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                folder,
                !typed.isEmpty(),
                Clock.fixed(sandbox.now(), ZoneOffset.UTC),
                () -> "00000000-0000-4000-8000-%012d".formatted(ids.incrementAndGet()),
                new StoryConnector(sandbox),
                new ShutdownHandler());
        typed = "";
        return surroundings;
    }
}
