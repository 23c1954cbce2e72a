package dev.muster.process;

import dev.muster.cli.Main;
import dev.muster.cli.WatchedProgram;
import dev.muster.cli.Workstation;
import dev.muster.cli.logs.LongLog;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the program is started. Maven names the jar that is shipped ({@code -Dmuster.jar=…}); it starts from an archive of its
 * classes, so that a hundred starts cost little. Without a jar it runs on the class path of this process.
 */
public final class Java {
    private static final List<String> QUICK = List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Xlog:all=error:stderr");
    private static final Optional<Path> JAR =
            Optional.ofNullable(System.getProperty("muster.jar")).map(Path::of);
    private static final List<String> SHARED = JAR.map(Java::archived)
            .map(archive -> List.of("-XX:SharedArchiveFile=" + archive))
            .orElse(List.of());

    private Java() {}

    /** The program as it is shipped. */
    public static List<String> program() {
        return JAR.map(jar -> command(SHARED, List.of("-jar", jar.toString())))
                .orElseGet(() -> command(SHARED, List.of("-cp", ownPath(), Main.class.getName())));
    }

    /** The same classes with the points of {@link WatchedProgram} around them. */
    static List<String> watched() {
        return withTests(WatchedProgram.class);
    }

    /** One runner of a fleet, over the classes that are shipped. */
    static List<String> racer() {
        return withTests(Racer.class);
    }

    /** A long log that is read in so little memory ({@code -Xmx…}). */
    static List<String> longLog(String memory) {
        var command = withTests(LongLog.class);
        command.addAll(1, List.of(memory, "-XX:+ExitOnOutOfMemoryError"));
        return command;
    }

    private static List<String> withTests(Class<?> main) {
        var path = JAR.map(jar -> jar + File.pathSeparator + tests()).orElseGet(Java::ownPath);
        return command(SHARED, List.of("-cp", path, main.getName()));
    }

    private static List<String> command(List<String> options, List<String> what) {
        var command = new ArrayList<>(QUICK);
        command.addAll(options);
        command.addAll(what);
        return command;
    }

    private static String ownPath() {
        return System.getProperty("java.class.path");
    }

    private static Path tests() {
        try {
            return Path.of(WatchedProgram.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An apply of the first example shows which classes it takes. */
    private static Path archived(Path jar) {
        try {
            var folder = Files.createTempDirectory("muster-archive");
            var archive = jar.resolveSibling("process-tests.jsa");
            var environment = Map.of("USER", "ada");
            var desk = new Workstation(folder, environment, Clock.systemUTC());
            desk.run("init");
            var plan = new JsonMapper().readTree(desk.run("plan", "--json").out());
            var command = command(
                    List.of("-XX:ArchiveClassesAtExit=" + archive),
                    List.of("-jar", jar.toString(), "apply", "--confirm"));
            command.add(plan.path("totals").path("messages").asString());
            var builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(List.of("PATH"));
            builder.environment().putAll(environment);
            Assertions.assertThat(builder.start().waitFor()).isZero();
            return archive;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
