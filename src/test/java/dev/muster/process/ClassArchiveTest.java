package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the jar that is shipped and the Java of these tests: the archive of classes that makes starts fast. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassArchiveTest {
    private static final String IN_USE = "class archive in use";
    private static final String NONE = "no class archive";

    @TempDir
    static Path folder;

    private static Path home;

    @BeforeAll
    static void two_start_for_the_first_time_at_once() throws IOException {
        var jar = Optional.ofNullable(System.getProperty("muster.jar"));
        assumeTrue(jar.isPresent(), "Maven names the jar");
        home = checkout(folder.toRealPath().resolve("checkout"), Path.of(jar.orElseThrow()));
        try (var one = start(home, "--version");
                var other = start(home, "--version")) {
            assertThat(said(one)).contains(IN_USE);
            assertThat(said(other)).contains(IN_USE);
        }
    }

    @Test
    void is_made_once_and_leaves_nothing_else_behind() throws IOException {
        var before = archive();
        assertThat(said("--version")).contains(IN_USE);
        assertThat(archive()).isEqualTo(before);
        assertThat(names(home.resolve("target/run")))
                .containsExactlyInAnyOrder(
                        "muster.jar", "started", before.getFileName().toString(), before.getFileName() + ".fits");
    }

    @Test
    void one_that_cannot_be_read_is_passed_over_without_a_word() throws IOException {
        var garbage = checkout(folder.toRealPath().resolve("garbage"), home.resolve("target/muster.jar"));
        Files.createDirectories(garbage.resolve("target/run"));
        Files.copy(home.resolve("target/muster.jar"), garbage.resolve("target/run/muster.jar"));
        var archive = garbage.resolve("target/run").resolve(archive().getFileName());
        Files.writeString(archive, "not an archive");
        Files.writeString(
                Path.of(archive + ".fits"),
                garbage.resolve("target/run/muster.jar") + "\n" + System.getProperty("java.home") + "\n");
        try (var program = start(garbage, "--version")) {
            assertThat(said(program)).contains(NONE);
        }
    }

    @Test
    void a_copied_checkout_makes_one_that_fits() throws Exception {
        var copy = folder.toRealPath().resolve("copy");
        assertThat(new ProcessBuilder("cp", "-a", home.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        try (var program = start(copy, "--version")) {
            assertThat(said(program)).contains(IN_USE);
        }
        assertThat(copy.resolve("target/run").resolve(archive().getFileName() + ".fits"))
                .content()
                .contains(copy.toString());
    }

    @Test
    void a_checkout_in_which_nothing_can_be_kept_starts_all_the_same() throws IOException {
        var sealed = checkout(folder.resolve("sealed"), home.resolve("target/muster.jar"));
        Files.writeString(sealed.resolve("target/run"), "no folder can be made here");
        try (var program = start(sealed, "--version")) {
            assertThat(said(program)).contains(NONE);
        }
    }

    @Test
    void another_jar_gets_another_archive() throws IOException {
        var before = Files.getLastModifiedTime(archive());
        var later = Instant.now().plusSeconds(2);
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(later));
        Files.setLastModifiedTime(home.resolve("target/muster.jar"), FileTime.from(later.plusSeconds(2)));

        assertThat(said("--version")).contains(IN_USE);
        assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(before);
    }

    private static Path checkout(Path home, Path jar) throws IOException {
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("muster").toAbsolutePath(), home.resolve("muster"));
        Files.copy(jar, home.resolve("target/muster.jar"));
        return home;
    }

    private static Path archive() throws IOException {
        var run = home.resolve("target/run");
        return names(run).stream()
                .filter(name -> name.endsWith(".jsa") || name.endsWith(".aot"))
                .map(run::resolve)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** With a cache folder that cannot be made: these tests leave nothing in anybody's home. */
    private static ProgramProcess start(Path home, String... arguments) {
        var environment = Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                System.getenv("PATH"),
                "XDG_CACHE_HOME",
                home.resolve("pom.xml/cache").toString());
        var command = new ArrayList<>(List.of("sh", home.resolve("muster").toString()));
        return ProgramProcess.start(command, folder, environment, arguments);
    }

    private static String said(String... arguments) {
        try (var program = start(home, arguments)) {
            return said(program);
        }
    }

    private static String said(ProgramProcess program) {
        assertThat(program.exitCode()).as(program.errors()).isZero();
        assertThat(program.errors()).isEmpty();
        return program.said();
    }
}
