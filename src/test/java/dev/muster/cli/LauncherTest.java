package dev.muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher at the root, with a Java and a Maven that only say what they were asked to do: each on a PATH of its own that
 * holds nothing but the tools of a plain POSIX system.
 */
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "basename",
            "cat",
            "cksum",
            "cp",
            "dirname",
            "find",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "touch",
            "tr",
            "wc");

    private static final String SAYS_WHAT_IT_WAS_ASKED = """
            #!/bin/sh
            archive=
            dump=
            for argument in "$@"; do
              case $argument in
                -Xshare:dump | -XX:AOTMode=create) dump=yes ;;
                -XX:SharedArchiveFile=* | -XX:AOTCache=*) archive=${argument#*=} ;;
              esac
            done
            if [ -n "$dump" ]; then echo classes >"$archive"; exit; fi
            printf '%s\\n' "$@"
            """;

    private static final String SAYS_ITS_LOCALE = "#!/bin/sh\necho \"LC_ALL=$LC_ALL LANG=$LANG\"\n";

    private static final String MAKES_NO_ARCHIVE = """
            #!/bin/sh
            case " $* " in *" -Xshare:dump "*) echo dump >>dumps; exit 1 ;; esac
            printf '%s\\n' "$@"
            """;

    private static final String BUILDS = """
            #!/bin/sh
            echo "$JAVA_HOME: $*" >>builds
            echo "Downloading half of the world"
            mkdir -p target
            echo jar >target/muster.jar
            """;

    private static final String FAILS = "#!/bin/sh\necho '[ERROR] no route to the repository'\nexit 1\n";

    @TempDir
    Path folder;

    private Path home;
    private Path bin;

    @BeforeEach
    void set_up_a_checkout_and_a_system() throws IOException {
        home = Files.createDirectories(folder.resolve("my checkout"));
        bin = Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.copy(Path.of("muster").toAbsolutePath(), home.resolve("muster"));
        for (var tool : TOOLS) {
            script(bin.resolve(tool), "#!/bin/sh\nexec " + onPath(tool) + " \"$@\"\n");
        }
        script(bin.resolve("mvn"), BUILDS);
        jdk("jdk", "21.0.1+9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash"})
    void builds_on_first_use_and_then_only_starts(String shell) throws Exception {
        assumeTrue(isOnPath(shell));
        var first = run(shell, "validate", "two words", "");
        var second = run(shell, "validate", "two words", "");

        assertThat(first.errors()).isEqualTo("muster: building (first use)…\n");
        assertThat(second.errors()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(first.output().lines()).endsWith("-jar", jar().toString(), "validate", "two words", "");
        assertThat(first.output()).contains("-Xshare:auto", "-XX:SharedArchiveFile=" + run().resolve("21.0.1+9.jsa"));
        assertThat(builds()).containsExactly(home("jdk") + ": -q -B -Dmaven.test.skip=true package");
    }

    @Test
    void builds_again_when_a_source_is_newer() throws Exception {
        run("sh", "plan");
        var source = Files.writeString(home.resolve("src/main/New.java"), "class New {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));

        assertThat(run("sh", "plan").errors()).isEqualTo("muster: building (its sources changed)…\n");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void takes_the_jar_of_a_build_by_hand() throws Exception {
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/muster.jar"), "built by hand");

        assertThat(run("sh", "plan").errors()).isEmpty();
        assertThat(jar()).hasContent("built by hand");
        assertThat(home.resolve("builds")).doesNotExist();
    }

    @Test
    void works_through_links_from_anywhere() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("my checkout/muster"));
        var second = Files.createSymbolicLink(folder.resolve("second link"), link);

        assertThat(start(List.of(second.toString(), "plan"), environment()).output())
                .contains(jar().toString());
    }

    @Test
    void two_first_uses_at_once_build_once() throws Exception {
        var both = Stream.of("plan", "validate")
                .map(command -> begin(List.of("sh", home.resolve("muster").toString(), command), environment()))
                .toList();
        for (var process : both) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(builds()).hasSize(1);
        assertThat(run().resolve("turn")).doesNotExist();
    }

    @Test
    void a_builder_that_was_killed_holds_nobody_up() throws Exception {
        Files.createDirectories(run().resolve("turn"));
        Files.writeString(run().resolve("turn/pid"), "999999999\n");
        assertThat(run("sh", "plan").status()).isZero();
    }

    @Test
    void a_failed_build_shows_its_end_and_keeps_stdout_clean() throws Exception {
        script(bin.resolve("mvn"), FAILS);
        var failed = run("sh", "plan");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.output()).isEmpty();
        assertThat(failed.errors())
                .isEqualTo("muster: building (first use)…\n[ERROR] no route to the repository\n"
                        + "muster: the build failed; its whole log is " + run().resolve("build.log") + "\n");
    }

    @Test
    void prefers_the_java_on_the_path_to_a_java_home_that_is_too_old() throws Exception {
        var old = jdk("old", "11.0.2+9");
        Files.createSymbolicLink(bin.resolve("java"), Path.of(home("jdk"), "bin", "java"));
        assertThat(start(launch("plan"), Map.of("PATH", bin.toString(), "JAVA_HOME", old))
                        .status())
                .isZero();
        assertThat(builds().get(0)).startsWith(home("jdk"));
    }

    @Test
    void says_which_java_it_found_when_none_will_do() throws Exception {
        var old = jdk("old", "11.0.2+9");
        var refused = start(launch("plan"), Map.of("PATH", bin.toString(), "JAVA_HOME", old));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors())
                .isEqualTo("muster: Java 17 or later is needed; found Java 11.0.2+9 in " + old
                        + ". Install a JDK, or let JAVA_HOME name one.\n");
        assertThat(start(launch("plan"), Map.of("PATH", bin.toString())).errors())
                .contains("found none");
    }

    @Test
    void uses_the_cache_of_java_where_java_has_one() throws Exception {
        jdk("jdk", "25.0.1+8");
        var asked = run("sh", "plan");
        assertThat(asked.output())
                .contains("-XX:AOTCache=" + run().resolve("25.0.1+8.aot"))
                .doesNotContain("SharedArchiveFile");
    }

    @Test
    void asks_a_java_that_makes_no_archive_only_once() throws Exception {
        script(folder.resolve("jdk/bin/java"), MAKES_NO_ARCHIVE);
        run("sh", "plan");
        var second = run("sh", "plan");
        assertThat(second.errors()).isEmpty();
        assertThat(second.output()).doesNotContain("SharedArchiveFile").contains("-jar\n" + jar() + "\nplan\n");
        assertThat(folder.resolve("dumps")).hasContent("dump");
    }

    @Test
    void keeps_the_archive_of_a_checkout_that_it_cannot_write_to_in_the_cache_of_the_user() throws Exception {
        var environment = new HashMap<>(environment());
        environment.put("XDG_CACHE_HOME", realFolder().resolve("my cache").toString());
        isSealed();
        var asked = start(launch("plan"), environment);
        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output())
                .contains("-XX:SharedArchiveFile=" + realFolder().resolve("my cache/muster/"));
        assertThat(start(launch("plan"), environment).output()).isEqualTo(asked.output());
    }

    @Test
    void starts_without_an_archive_where_nothing_can_be_kept() throws Exception {
        isSealed();
        var asked = start(launch("plan"), environment());
        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output())
                .contains("-jar\n" + realFolder().resolve("my checkout/target/muster.jar") + "\nplan\n")
                .doesNotContain("SharedArchiveFile");
    }

    @Test
    void says_where_it_would_have_to_build() throws Exception {
        Files.writeString(home.resolve("target"), "no folder can be made here");
        var refused = start(launch("plan"), environment());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors())
                .isEqualTo("muster: building needs to write to " + realFolder().resolve("my checkout/target")
                        + ", once.\n");
    }

    /** A built checkout in which no folder can be made, for root neither. */
    private void isSealed() throws IOException {
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/muster.jar"), "built before");
        Files.writeString(home.resolve("target/run"), "no folder can be made here");
    }

    @Test
    void passes_further_options_to_java() throws Exception {
        var environment = Map.of("PATH", bin.toString(), "JAVA_HOME", home("jdk"), "MUSTER_JAVA_OPTS", "-Xmx1g -Dx=y");
        assertThat(start(launch("plan"), environment).output()).contains("-Xmx1g\n-Dx=y\n-jar\n");
    }

    @Test
    void sets_no_part_of_a_heap_whose_size_the_user_sets() throws Exception {
        assertThat(run("sh", "plan").output()).contains("-Xmn48m\n");

        var environment = Map.of("PATH", bin.toString(), "JAVA_HOME", home("jdk"), "MUSTER_JAVA_OPTS", "-Xmx24m");
        assertThat(start(launch("plan"), environment).output())
                .contains("-Xmx24m\n")
                .doesNotContain("-Xmn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "", "en_US.ISO-8859-1", "xx_XX.not-installed"})
    void gives_java_a_locale_that_reads_every_letter(String locale) throws Exception {
        script(folder.resolve("jdk/bin/java"), SAYS_ITS_LOCALE);
        script(bin.resolve("locale"), "#!/bin/sh\n[ \"$LC_ALL\" = C.UTF-8 ] && echo UTF-8 || echo ANSI_X3.4-1968\n");

        assertThat(in(locale, "LC_ALL")).contains("LC_ALL=C.UTF-8");
        assertThat(in(locale, "LANG")).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void takes_another_utf8_locale_where_the_usual_one_is_not_installed() throws Exception {
        script(folder.resolve("jdk/bin/java"), SAYS_ITS_LOCALE);
        script(bin.resolve("locale"), """
                #!/bin/sh
                case $*$LC_ALL in
                  -a*) printf '%s\\n' C POSIX fr_FR.iso88591 fr_FR.utf8 tr_TR.utf8 ;;
                  *utf8) echo UTF-8 ;;
                  *) echo ANSI_X3.4-1968 ;;
                esac
                """);

        assertThat(in("C", "LC_ALL")).contains("LC_ALL=fr_FR.utf8");
    }

    @Test
    void leaves_a_locale_alone_that_reads_every_letter() throws Exception {
        script(folder.resolve("jdk/bin/java"), SAYS_ITS_LOCALE);
        script(bin.resolve("locale"), "#!/bin/sh\necho UTF-8\n");

        assertThat(in("tr_TR.UTF-8", "LANG")).contains("LC_ALL= LANG=tr_TR.UTF-8");
    }

    @Test
    void where_nothing_tells_of_locales_only_a_name_that_says_utf8_is_trusted() throws Exception {
        script(folder.resolve("jdk/bin/java"), SAYS_ITS_LOCALE);

        assertThat(in("de_DE.utf8", "LC_ALL")).contains("LC_ALL=de_DE.utf8");
        assertThat(in("de_DE", "LC_ALL")).contains("LC_ALL=C.UTF-8");
    }

    private String in(String locale, String variable) throws Exception {
        var environment = new HashMap<>(environment());
        environment.put(variable, locale);
        return start(launch("plan"), environment).output();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MUSTER_JAVA_OPTS"})
    void leaves_the_collector_to_whoever_chose_one(String variable) throws Exception {
        assertThat(run("sh", "plan").output()).contains("-XX:+UseSerialGC\n");
        for (var chosen : List.of("-XX:+UseG1GC", "-Dx=y -XX:+UseZGC", "-XX:+UseEpsilonGC", "-XX:-UseSerialGC")) {
            assertThat(in(chosen, variable)).doesNotContain("-XX:+UseSerialGC", "-Xmn");
        }
        assertThat(in("-Xmx24m", variable)).contains("-XX:+UseSerialGC").doesNotContain("-Xmn");
        assertThat(in("-XX:SharedArchiveFile=mine", variable)).doesNotContain("-Xshare:auto");
    }

    @Test
    void what_stands_in_a_file_of_options_may_be_a_collector() throws Exception {
        assertThat(in("@options.txt", "JDK_JAVA_OPTIONS")).doesNotContain("-XX:+UseSerialGC", "-Xshare:auto");
    }

    @Test
    void minds_no_cdpath() throws Exception {
        Files.createDirectories(folder.resolve("elsewhere/my checkout"));
        var environment = new HashMap<>(environment());
        environment.put("CDPATH", folder.resolve("elsewhere") + ":" + folder);

        var asked = start(List.of("sh", "my checkout/muster", "plan"), environment);

        assertThat(asked.errors()).isEqualTo("muster: building (first use)…\n");
        assertThat(asked.output()).contains("-jar\n" + jar() + "\nplan\n");
    }

    @Test
    void starts_a_checkout_whose_path_has_a_colon_from_the_cache_of_the_user() throws Exception {
        home = Files.move(home, folder.resolve("my:checkout"));
        var environment = new HashMap<>(environment());
        environment.put("XDG_CACHE_HOME", realFolder().resolve("cache").toString());

        assertThat(start(launch("plan"), environment).output())
                .contains("-jar\n" + realFolder().resolve("cache/muster/"))
                .doesNotContain("my:checkout/target");

        var nowhere = start(launch("plan"), environment());
        assertThat(nowhere.status()).isEqualTo(1);
        assertThat(nowhere.errors()).contains("colon").contains("XDG_CACHE_HOME");
    }

    @Test
    void a_copied_checkout_makes_its_own_archive() throws Exception {
        run("sh", "plan");
        var copy = realFolder().resolve("copy");
        assertThat(new ProcessBuilder("cp", "-a", home.toString(), copy.toString())
                        .start()
                        .waitFor())
                .isZero();
        var archive = copy.resolve("target/run/21.0.1+9.jsa");
        Files.writeString(archive, "of the other place");

        var asked = start(List.of("sh", copy.resolve("muster").toString(), "plan"), environment());

        assertThat(asked.output()).contains("-XX:SharedArchiveFile=" + archive);
        assertThat(archive).hasContent("classes");
    }

    @Test
    void an_archive_of_an_older_jar_or_of_another_java_is_made_anew() throws Exception {
        run("sh", "plan");
        var archive = run().resolve("21.0.1+9.jsa");
        Files.writeString(archive, "of an older jar");
        Files.setLastModifiedTime(archive, FileTime.from(Instant.EPOCH));
        run("sh", "plan");
        assertThat(archive).hasContent("classes");

        Files.writeString(archive, "of another Java of the same version");
        var other = jdk("other", "21.0.1+9");
        start(launch("plan"), Map.of("PATH", bin.toString(), "JAVA_HOME", other));
        assertThat(archive).hasContent("classes");
    }

    @Test
    void a_package_starts_with_its_own_java_wherever_it_lies() throws Exception {
        var packaged = packaged("größer kleiner");
        ownJava(packaged);
        var old = jdk("old", "11.0.2+9");

        var asked = start(launch(packaged, "plan", "two words"), Map.of("PATH", bin.toString(), "JAVA_HOME", old));

        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output().lines())
                .contains("-Dmuster.launcher=" + packaged.resolve("bin/muster"))
                .endsWith("plan", "two words");
    }

    @Test
    void a_package_takes_its_own_archive_by_a_name_that_does_not_depend_on_its_place() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "there is no /proc");
        var packaged = packaged("muster: 1.0");
        ownJava(packaged);
        Files.writeString(packaged.resolve("lib/muster.jsa"), "classes");

        var asked = start(launch(packaged, "plan"), environment());

        assertThat(asked.output())
                .contains("-XX:SharedArchiveFile=" + packaged.resolve("lib/muster.jsa"))
                .contains("-jar\n/proc/self/fd/9/muster.jar\nplan\n");
    }

    @Test
    void a_package_without_java_takes_one_of_the_machine_and_keeps_its_archive_in_the_cache() throws Exception {
        var packaged = packaged("package");
        var environment = new HashMap<>(environment());
        environment.put("XDG_CACHE_HOME", realFolder().resolve("my cache").toString());

        var asked = start(launch(packaged, "plan"), environment);

        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output())
                .contains("-XX:SharedArchiveFile=" + realFolder().resolve("my cache/muster/"))
                .contains("-jar\n" + packaged.resolve("lib/muster.jar") + "\nplan\n");
        assertThat(start(launch(packaged, "plan"), environment).output()).isEqualTo(asked.output());
    }

    @Test
    void a_package_starts_where_nothing_can_be_kept() throws Exception {
        var packaged = packaged("package");

        var asked = start(launch(packaged, "plan"), environment());

        assertThat(asked.errors()).isEmpty();
        assertThat(asked.output())
                .contains("-jar\n" + packaged.resolve("lib/muster.jar") + "\nplan\n")
                .doesNotContain("SharedArchiveFile");
    }

    @Test
    void a_package_says_which_java_it_needs_and_where_it_cannot_start() throws Exception {
        var old = jdk("old", "11.0.2+9");
        var refused = start(launch(packaged("package"), "plan"), Map.of("PATH", bin.toString(), "JAVA_HOME", old));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors()).contains("Java 17 or later is needed", "Java 11.0.2+9 in " + old);

        var split = start(launch(packaged("a:b"), "plan"), environment());
        assertThat(split.status()).isEqualTo(1);
        assertThat(split.errors()).contains("colon", "Move the package");
    }

    /** An archive fits one size of the jar: an update in the same place gets its own. */
    @Test
    void another_jar_in_the_same_place_gets_another_archive() throws Exception {
        var packaged = packaged("package");
        var environment = new HashMap<>(environment());
        environment.put("XDG_CACHE_HOME", realFolder().resolve("cache").toString());
        var before = start(launch(packaged, "plan"), environment).output();

        Files.writeString(packaged.resolve("lib/muster.jar"), "another jar");
        Files.setLastModifiedTime(packaged.resolve("lib/muster.jar"), FileTime.from(Instant.EPOCH));

        assertThat(start(launch(packaged, "plan"), environment).output())
                .contains("SharedArchiveFile")
                .isNotEqualTo(before);
    }

    /** As it is unpacked, without a Java. */
    private Path packaged(String name) throws IOException {
        var packaged = realFolder().resolve(name);
        Files.createDirectories(packaged.resolve("bin"));
        Files.createDirectories(packaged.resolve("lib"));
        Files.copy(Path.of("muster").toAbsolutePath(), packaged.resolve("bin/muster"));
        Files.writeString(packaged.resolve("lib/muster.jar"), "jar");
        return packaged;
    }

    private void ownJava(Path packaged) throws IOException {
        assumeTrue(Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2")), "this is no Linux with glibc");
        jdk(realFolder().relativize(packaged.resolve("runtime")).toString(), "17.0.9+1");
    }

    private static List<String> launch(Path packaged, String... arguments) {
        var launcher = packaged.resolve("bin/muster").toString();
        return Stream.concat(Stream.of("sh", launcher), Arrays.stream(arguments))
                .toList();
    }

    private record Ended(int status, String output, String errors) {}

    private Ended run(String shell, String... arguments) throws Exception {
        var command = Stream.concat(
                Stream.of(onPath(shell).toString(), home.resolve("muster").toString()), Arrays.stream(arguments));
        return start(command.toList(), environment());
    }

    private List<String> launch(String... arguments) {
        return Stream.concat(Stream.of("sh", home.resolve("muster").toString()), Arrays.stream(arguments))
                .toList();
    }

    private Map<String, String> environment() {
        return Map.of(
                "PATH",
                bin.toString(),
                "JAVA_HOME",
                home("jdk"),
                "XDG_CACHE_HOME",
                bin.resolve("mvn/none").toString());
    }

    private Ended start(List<String> command, Map<String, String> environment) throws Exception {
        var process = begin(command, environment);
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, errors);
    }

    private Process begin(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String jdk(String name, String version) throws IOException {
        var jdk = folder.toRealPath().resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        script(jdk.resolve("bin/java"), SAYS_WHAT_IT_WAS_ASKED);
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"0\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        return jdk.toString();
    }

    private String home(String jdk) {
        return realFolder().resolve(jdk).toString();
    }

    private Path run() {
        return realFolder().resolve("my checkout/target/run");
    }

    private Path jar() {
        return run().resolve("muster.jar");
    }

    private Path realFolder() {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(home.resolve("builds"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isOnPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(tool + " is not on the PATH"));
    }
}
