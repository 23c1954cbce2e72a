package dev.muster.cli;

import dev.muster.cli.env.DefaultClientFactory;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.ShutdownHandler;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Muster usually does, once through, in a folder of its own: from what is loaded meanwhile the launcher makes the class
 * archive with which later runs start fast. It reaches no workspace but the sandbox, reads no environment and says nothing.
 */
final class CdsWarmup {
    private static final Pattern CONFIRM = Pattern.compile("--confirm ([0-9]+)");

    private final Path folder;
    private boolean isWhole = true;

    private CdsWarmup(Path folder) {
        this.folder = folder;
    }

    /** Rehearses in the folder that the one argument names; fails where a command did, as on a machine without time for it. */
    public static void main(String[] arguments) {
        var warmup = new CdsWarmup(Path.of(arguments[0]));
        warmup.rehearse();
        System.exit(warmup.isWhole ? 0 : 1);
    }

    private void rehearse() {
        Preloader.begin(List.of("plan"));
        run("init");
        run("validate");
        run("plan", "--format", "markdown");
        run("plan", "--format", "html");
        run("plan", "--json");
        var messages = CONFIRM.matcher(run("plan"));
        if (messages.find()) {
            run("apply", "--confirm", messages.group(1));
        }
        run("status");
        run("plan", "--offline");
        run("--version");
    }

    /** Its own folder is named, because a folder above may have definitions. */
    private String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = Main.run(
                Stream.concat(Stream.of("-C", "campaigns"), Stream.of(arguments))
                        .toArray(String[]::new),
                new ProgramEnvironment(
                        new BufferedReader(Reader.nullReader()),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        nowhere,
                        Map.of(),
                        folder,
                        false,
                        Clock.systemUTC(),
                        () -> UUID.randomUUID().toString(),
                        new DefaultClientFactory(),
                        new ShutdownHandler()));
        isWhole &= code == 0;
        return out.toString(StandardCharsets.UTF_8);
    }
}
