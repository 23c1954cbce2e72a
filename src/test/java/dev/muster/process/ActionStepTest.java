package dev.muster.process;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the action's step does around the program, which is a few lines of shell here. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionStepTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String BASIC =
            Base64.getEncoder().encodeToString("x-access-token:t0k3n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private Job job;

    @BeforeEach
    void a_job_in_a_repository() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        var work = Files.createDirectories(folder.resolve("work"));
        git(work, "init", "-q", "-b", "main");
        job = Job.in(folder.resolve("machine"), work, Map.of("USER", "runner", "HOME", folder.toString()));
    }

    private static String comment(Map<String, String> outputs) throws IOException {
        return Files.readString(Path.of(outputs.get("comment")));
    }

    @Test
    void what_it_is_told_is_never_read_as_code() throws IOException {
        job.launcher("printf '<%s>' \"$@\"; echo");
        var trap = "$(touch pwned); `touch pwned`; & | > pwned 'x";

        var outputs = job.run(
                0,
                "INPUT_COMMAND=validate",
                "INPUT_WORKSPACE=" + trap,
                "INPUT_FOLDER=" + trap,
                "INPUT_COMMIT=" + trap,
                "INPUT_ARGUMENTS=" + trap + "\n\nx=1\nexitcode=0");

        assertThat(comment(outputs))
                .isEqualTo("<validate><-C><" + trap + "><-w><" + trap + "><--format><github><" + trap
                        + "><x=1><exitcode=0>\n");
        assertThat(job.work().resolve("pwned")).doesNotExist();
        assertThat(outputs).containsOnlyKeys("has_sends", "messages", "digest", "exitcode", "comment");
    }

    @Test
    void only_the_jar_that_was_meant_is_run() throws Exception {
        var jar = Files.writeString(folder.resolve("muster.jar"), "a jar");
        job.tool("java", "echo ran \"$@\"");
        var sum = "INPUT_JAR_SHA256=" + sha256(jar);

        assertThat(comment(job.run(0, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar, sum)))
                .startsWith("ran ")
                .contains("-jar");
        Files.writeString(jar, "another jar");
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar, sum);
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=" + jar);
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=http://example.com/muster.jar", sum);
        job.tool("curl", """
                echo "$@" >asked
                for word; do [ "$before" = -o ] && echo 'a jar, cut' >"$word"; before=$word; done; true""");
        job.run(64, "INPUT_COMMAND=validate", "INPUT_JAR=https://example.com/muster.jar", sum);
        assertThat(job.work().resolve("asked")).content().contains("--proto =https", "https://example.com/muster.jar");
    }

    /** A package is a folder with a launcher; here it says what it was asked. */
    @Test
    void only_the_release_that_was_meant_is_run() throws Exception {
        var made = Files.createDirectories(folder.resolve("made/muster-1.2.3-linux-x64/bin"));
        Files.writeString(made.resolve("muster"), "#!/bin/sh\necho ran \"$@\"\n");
        Files.setPosixFilePermissions(made.resolve("muster"), PosixFilePermissions.fromString("rwxr-xr-x"));
        var release = folder.resolve("release.tar.gz");
        var tar = new ProcessBuilder(
                        "tar",
                        "-czf",
                        release.toString(),
                        "-C",
                        folder.resolve("made").toString(),
                        ".")
                .start();
        assertThat(tar.waitFor()).isZero();
        job.tool("curl", """
                echo "$@" >asked
                for word; do [ "$before" = -o ] && cp '%s' "$word"; before=$word; done; true""".formatted(release));
        String[] meant = {
            "INPUT_COMMAND=validate",
            "INPUT_VERSION=1.2.3",
            "INPUT_SHA256=" + sha256(release),
            "OWN_REPOSITORY=crm/muster",
            "GITHUB_SERVER_URL=https://github.example"
        };

        assertThat(comment(job.run(0, meant))).startsWith("ran validate -C campaigns");
        assertThat(job.work().resolve("asked"))
                .content()
                .contains("--proto =https")
                .contains("https://github.example/crm/muster/releases/download/v1.2.3/muster-1.2.3-linux-x64.tar.gz");
        job.run(0, and(meant, "INPUT_RELEASES=https://mirror.example/muster/"));
        assertThat(job.work().resolve("asked")).content().contains("https://mirror.example/muster/v1.2.3/muster-1.2.3");
        for (var wrong : List.of(
                "INPUT_SHA256=" + "0".repeat(64),
                "INPUT_SHA256=",
                "INPUT_VERSION=latest",
                "INPUT_VERSION=1.2.3/../../other",
                "INPUT_RELEASES=http://mirror.example",
                "OWN_REPOSITORY=",
                "INPUT_JAR=muster.jar")) {
            job.run(64, and(meant, wrong));
        }
    }

    private static String[] and(String[] inputs, String another) {
        return Stream.concat(Stream.of(inputs), Stream.of(another)).toArray(String[]::new);
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void an_action_that_was_copied_without_its_sources_says_what_it_needs() throws IOException {
        Files.delete(job.place().resolve("checkout of muster/muster"));

        try (var step = job.start("INPUT_COMMAND=validate")) {
            assertThat(step.exitCode()).isEqualTo(64);
            assertThat(step.errors()).contains("give version and sha256, or jar and jar-sha256");
        }
    }

    /** Git itself is asked what it would show a server, and the checkout is looked through for what may have stayed. */
    @Test
    void the_token_goes_to_the_one_server_and_stays_nowhere() throws IOException {
        try (var server = new GitServer()) {
            job.launcher("git ls-remote " + server.url() + "/crm/campaigns.git 2>/dev/null; true");

            try (var step = job.start("INPUT_COMMAND=plan", "INPUT_TOKEN=t0k3n", "GITHUB_SERVER_URL=" + server.url())) {
                assertThat(step.exitCode()).isZero();
                assertThat(step.said()).isEqualTo("::add-mask::" + BASIC + "\n");
                assertThat(step.errors()).doesNotContain("t0k3n");
            }
            job.run(0, "INPUT_COMMAND=plan", "INPUT_TOKEN=t0k3n", "GITHUB_SERVER_URL=https://github.com");

            assertThat(server.shown())
                    .hasSizeGreaterThan(1)
                    .startsWith(List.of("basic " + BASIC))
                    .endsWith(List.of());
            assertThat(git(job.work(), "config", "--list")).doesNotContain("extraheader", BASIC);
        }
    }

    /** A checkout that keeps its credentials leaves a header for the same server, and a server takes one only. */
    @Test
    void a_token_beside_a_default_checkout_is_the_only_one_that_is_shown() throws IOException {
        try (var server = new GitServer()) {
            git(job.work(), "config", "http." + server.url() + "/.extraheader", "AUTHORIZATION: basic b2xk");
            job.launcher("git ls-remote " + server.url() + "/crm/campaigns.git 2>/dev/null; true");

            job.run(0, "INPUT_COMMAND=plan", "INPUT_TOKEN=t0k3n", "GITHUB_SERVER_URL=" + server.url());

            assertThat(server.shown()).isNotEmpty().allMatch(List.of("basic " + BASIC)::equals);
        }
    }

    @Test
    void what_the_job_told_git_is_kept() throws IOException {
        job.launcher("git config --get-all safe.directory; git config --get-all user.name");

        var outputs = job.run(
                0,
                "INPUT_COMMAND=status",
                "INPUT_TOKEN=t0k3n",
                "GIT_CONFIG_COUNT=2",
                "GIT_CONFIG_KEY_0=safe.directory",
                "GIT_CONFIG_VALUE_0=/somewhere",
                "GIT_CONFIG_KEY_1=user.name",
                "GIT_CONFIG_VALUE_1=Robin");

        assertThat(comment(outputs)).isEqualTo("    /somewhere\n    Robin\n");
        job.run(64, "INPUT_COMMAND=status", "INPUT_TOKEN=t0k3n", "GIT_CONFIG_COUNT=a[$(touch pwned)]");
        assertThat(job.work().resolve("pwned")).doesNotExist();
    }

    @Test
    void the_program_finds_no_token_in_its_environment_and_only_this_user_can_read_the_file() throws IOException {
        job.launcher("env; ls -l \"$GIT_CONFIG_VALUE_0\" | cut -c 1-10; echo \"file=$GIT_CONFIG_VALUE_0\"");

        var said = comment(job.run(0, "INPUT_COMMAND=status", "INPUT_TOKEN=t0k3n"));

        assertThat(said).contains("-rw-------").doesNotContain("t0k3n", BASIC, "INPUT_TOKEN");
        assertThat(Path.of(said.replaceAll("(?s).*file=|\n$", ""))).doesNotExist();
    }

    @Test
    void two_workspaces_in_one_job_do_not_overwrite_each_other() throws IOException {
        job.launcher("echo \"$@\"");

        var one = job.run(0, "INPUT_COMMAND=status", "INPUT_WORKSPACE=one");
        var two = job.run(0, "INPUT_COMMAND=status", "INPUT_WORKSPACE=two");

        assertThat(comment(one)).contains("-w one");
        assertThat(comment(two)).contains("-w two");
        var place = Path.of(one.get("comment")).getParent();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
    }

    /** Somebody else on the same machine knows the name of the folder for temporary files. */
    @Test
    void nothing_that_was_planted_is_followed() throws IOException {
        var temporary = Files.createDirectories(folder.resolve("shared"));
        var victim = Files.createDirectories(folder.resolve("victim"));
        Files.createSymbolicLink(temporary.resolve("muster"), victim);
        job.launcher("echo hello");

        var outputs = job.run(0, "INPUT_COMMAND=status", "RUNNER_TEMP=", "TMPDIR=" + temporary);

        assertThat(victim).isEmptyDirectory();
        assertThat(Path.of(outputs.get("comment")).toRealPath()).startsWithRaw(temporary.toRealPath());
    }

    /** Under the marker by which the comment of the older plan is found. */
    @Test
    void a_plan_that_dies_leaves_word_that_there_is_none_for_this_commit() throws Exception {
        String[] plan = {"INPUT_COMMAND=plan", "INPUT_WORKSPACE=production", "INPUT_COMMIT=" + COMMIT};
        var none = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"production\"} -->\n"
                + "## ❌ Muster plan (production): no plan for " + COMMIT + "\n";

        job.launcher("echo 'no such option' >&2; exit 64");
        assertThat(comment(job.run(64, plan))).startsWith(none);
        job.launcher("echo half a line; exit 1");
        assertThat(comment(job.run(1, plan))).startsWith(none);
        assertThat(comment(job.run(64, plan[0], plan[1], plan[2], "INPUT_JAR=missing.jar")))
                .startsWith(none);
        job.launcher("echo begun >begun; exec sleep 60");
        try (var step = job.start(plan)) {
            Posts.await(() -> Files.exists(job.work().resolve("begun")));
            step.kill();
        }
        assertThat(comment(job.outputs())).startsWith(none);
        assertThat(job.outputs()).containsOnlyKeys("comment", "has_sends").containsEntry("has_sends", "false");
    }

    @Test
    void what_the_program_says_takes_its_place_and_every_end_is_told() throws IOException {
        var own = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"production\"} -->";
        job.launcher("echo '" + own + "'; echo '## Muster plan'; exit 3");

        var outputs = job.run(3, "INPUT_COMMAND=plan");

        assertThat(comment(outputs)).isEqualTo(own + "\n## Muster plan\n");
        assertThat(outputs).containsEntry("exitcode", "3");
        assertThat(job.run(64, "INPUT_COMMAND=lock")).containsEntry("exitcode", "64");
    }

    /** A system that has no memory left kills the program and not the step. */
    @Test
    void nobody_knows_what_a_killed_apply_has_sent() throws IOException {
        job.launcher("kill -KILL $$");

        var outputs = job.run(137, "INPUT_COMMAND=apply", "INPUT_WORKSPACE=production");

        assertThat(outputs).containsEntry("has_sends", "unknown").containsEntry("exitcode", "137");
        assertThat(comment(outputs)).contains("❌ Muster apply (production): no result", "muster status");
    }

    @Test
    void a_path_for_searching_folders_does_not_lead_elsewhere() throws IOException {
        Files.createDirectories(folder.resolve("elsewhere/proposed"));
        Files.createDirectories(job.work().resolve("proposed"));
        job.launcher("pwd -P");

        var outputs =
                job.run(0, "INPUT_COMMAND=status", "INPUT_CHECKOUT=proposed", "CDPATH=" + folder.resolve("elsewhere"));

        assertThat(comment(outputs)).isEqualTo("    " + job.work().toRealPath().resolve("proposed") + "\n");
    }

    @Test
    void an_offline_plan_has_no_file() throws IOException {
        job.launcher("printf '<!-- muster:{\"v\":1,\"command\":\"plan\"} -->\\n<%s>' \"$*\"");

        var offline = job.run(0, "INPUT_COMMAND=plan", "INPUT_ARGUMENTS=--offline\n--policy-from\nHEAD^1");
        var online = job.run(0, "INPUT_COMMAND=plan");

        assertThat(comment(offline)).contains("<plan -C campaigns --format markdown --offline --policy-from HEAD^1>");
        assertThat(comment(online)).contains("--format markdown -o /");
        assertThat(offline).doesNotContainKey("plan_file");
    }

    @Test
    void paths_are_named_from_the_checkout_that_is_judged() throws IOException {
        Files.createDirectories(job.work().resolve("proposed/campaigns"));
        job.launcher("pwd -P; echo \"$@\"");

        var said = comment(job.run(0, "INPUT_COMMAND=status", "INPUT_CHECKOUT=proposed"));

        assertThat(said)
                .isEqualTo("    " + job.work().toRealPath().resolve("proposed") + "\n    status -C campaigns\n");
    }

    /** Remembers what it is shown as authorization, all of it: a real one answers 400 to two. */
    private static final class GitServer implements AutoCloseable {
        private final ConcurrentLinkedQueue<List<String>> shown = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        GitServer() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                shown.add(List.copyOf(exchange.getRequestHeaders().getOrDefault("Authorization", List.of())));
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        List<List<String>> shown() {
            return List.copyOf(shown);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
