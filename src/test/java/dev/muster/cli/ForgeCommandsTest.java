package dev.muster.cli;

import static dev.muster.testing.ForgeServer.OURS;
import static dev.muster.testing.ForgeServer.REQUEST;
import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.muster.testing.ForgeServer;
import dev.muster.testing.GithubServer;
import dev.muster.testing.GitlabServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** {@code muster comment} and {@code muster alarm} as a job of a pipeline runs them, in a folder without a project or a key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForgeCommandsTest {
    private static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String DOUBT = "apply failure code:6 sent:true";

    @TempDir
    Path folder;

    private final ForgeServer github = new GithubServer();
    private final GitlabServer gitlab = new GitlabServer();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final List<Appender<ILoggingEvent>> printing = new ArrayList<>();
    private Program program;

    @BeforeEach
    void a_job() throws IOException {
        program = new Program(folder);
        Files.createDirectories(folder.resolve("job/.git"));
        program.goTo("job");
        program.write("job/plan.md", PLAN + "\n## Muster plan\n");
        log.start();
        root.iteratorForAppenders().forEachRemaining(printing::add);
        printing.forEach(root::detachAppender);
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void nothing_that_was_logged_holds_the_token() {
        root.setLevel(usual);
        root.detachAppender(log);
        printing.forEach(root::addAppender);
        program.close();
        github.close();
        gitlab.close();
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(TOKEN));
    }

    static Stream<Boolean> forges() {
        return Stream.of(true, false);
    }

    private ForgeServer on(boolean isGithub, String... more) {
        var server = isGithub ? github : gitlab;
        var variables = new HashMap<>(server.variables());
        for (int at = 0; at < more.length; at += 2) {
            variables.put(more[at], more[at + 1]);
        }
        program.variables(variables);
        return server;
    }

    private Program.Run run(int code, String... arguments) {
        var run = program.run(arguments);
        assertThat(run.code()).as(run.all()).isEqualTo(code);
        assertThat(run.all()).doesNotContain(TOKEN).doesNotContain("\n::");
        return run;
    }

    @ParameterizedTest
    @MethodSource("forges")
    void a_result_becomes_a_comment(boolean isGithub) {
        var server = on(isGithub);

        assertThat(run(0, "comment", "plan.md", "--request", "3").out()).isEqualTo("The comment is written.\n");
        assertThat(run(0, "comment", "plan.md", "--request", "3", "--json").out())
                .contains("\"comment\" : \"replaced\"");
        assertThat(server.comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.body())
                        .startsWith(PLAN + "\n<!-- muster:run {\"id\":50,\"attempt\":2} -->\n## Muster plan\n")
                        .contains(isGithub ? "https://github.com/crm/campaigns/actions/runs/50" : "/-/pipelines/50"));
    }

    @Test
    void the_number_and_the_commit_are_those_of_the_event() {
        program.write("event.json", "{\"pull_request\":{\"number\":3,\"head\":{\"sha\":\"%s\"}}}".formatted(COMMIT));
        on(true, "GITHUB_EVENT_PATH", folder.resolve("event.json").toString(), "GITHUB_SHA", "f".repeat(40));
        run(0, "comment", "plan.md");
        on(false, "CI_MERGE_REQUEST_IID", "3", "CI_COMMIT_SHA", COMMIT);
        run(0, "comment", "plan.md");

        assertThat(List.of(github, gitlab))
                .allSatisfy(server -> assertThat(server.comments())
                        .singleElement()
                        .satisfies(comment -> assertThat(comment.body()).contains("Commit `" + COMMIT + "`.")));
    }

    @ParameterizedTest
    @MethodSource("forges")
    void where_there_is_no_result_the_comment_says_so(boolean isGithub) {
        var server = on(isGithub);
        server.comment("17", OURS, PLAN, "of an older commit");
        program.write("job/empty.md", "");

        for (var file : List.of("missing.md", "no/such/folder.md", "empty.md")) {
            run(0, "comment", file, "--request", "3", "-w", "office", "--commit", COMMIT);
        }

        assertThat(server.written()).containsExactly("replace 17", "replace 17", "replace 17");
        assertThat(server.comments().get(0).body()).contains("❌ Muster plan (office): no plan for " + COMMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "comment other.md --request 3",
                "comment plan.md",
                "comment plan.md --request 0",
                "comment plan.md --request -3",
                "comment plan.md --request 3/../4",
                "comment plan.md --request 3 --commit main",
                "comment plan.md --request 3 --github --gitlab",
                "comment plan.md --request 3 --token-env NO_SUCH",
                "comment plan.md --request 3 --gitlab --token-env CI_JOB_TOKEN",
                "comment missing.md --request 3 -w \"}-->",
                "comment",
                "alarm",
                "alarm --job"
            })
    void what_makes_no_sense_is_wrong_use_and_nothing_is_asked(String line) {
        program.write("job/other.md", "## Not ours\n" + PLAN);
        on(true, "CI_JOB_TOKEN", "a");

        assertThat(run(64, line.split(" ", -1)).err()).startsWith("muster: ");
        assertThat(github.asked()).isEmpty();
    }

    @Test
    void a_pipeline_that_says_strange_things_of_itself_is_wrong_use() {
        for (var variable : List.of(
                "GITHUB_REPOSITORY=crm/../x/y",
                "GITHUB_REPOSITORY=",
                "GITHUB_RUN_ID=a[$(touch pwned)]",
                "GITHUB_RUN_ID=",
                "GITHUB_RUN_ATTEMPT=-1",
                "GITLAB_CI=true",
                "GITHUB_ACTIONS=false",
                "GH_TOKEN=")) {
            var parts = variable.split("=", 2);
            on(true, parts[0], parts[1]);
            run(64, "comment", "plan.md", "--request", "3");
        }
        assertThat(github.asked()).isEmpty();
    }

    @Test
    void a_token_that_cannot_be_one_is_said_and_not_shown() {
        for (var token : List.of(TOKEN + "\n", TOKEN + "\r\nX-Other: 1", " " + TOKEN, TOKEN + "é", "\t")) {
            on(true, "GH_TOKEN", token);
            assertThat(run(1, "comment", "plan.md", "--request", "3").err())
                    .contains("The token in GH_TOKEN has a blank");
        }
        assertThat(github.asked()).isEmpty();
    }

    /** Whoever names the address gets the token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://forge.example/api",
                "http://127.0.0.1.evil.example",
                "https://user:password@forge.example",
                "https://forge.example/?x=",
                "https://forge.example/#",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "127.0.0.1",
                "https:///api",
                "https://forge example"
            })
    void the_token_goes_to_a_safe_address_or_nowhere(String address) {
        on(true, "GITHUB_API_URL", address);

        assertThat(run(1, "comment", "plan.md", "--request", "3").err()).contains("GITHUB_API_URL is not the address");
    }

    @Test
    void the_token_comes_from_the_variable_that_is_named() {
        on(true, "GH_TOKEN", "wrong", "MUSTER_WRITES", TOKEN);
        run(0, "comment", "plan.md", "--request", "3", "--token-env", "MUSTER_WRITES");
        assertThat(github.shown()).containsOnly("Bearer " + TOKEN);

        on(true);
        run(0, "alarm", "--job", DOUBT);
        on(true, "GH_TOKEN", "", "GITHUB_TOKEN", TOKEN);
        run(0, "alarm", "--job", DOUBT);
        assertThat(github.shown()).containsOnly("Bearer " + TOKEN);
    }

    @Test
    void a_forge_that_refuses_ends_the_run_with_its_reason() {
        on(true);
        github.refuse("comment", 403, Map.of(), "{\"message\":\"Resource not accessible by integration\"}");

        var run = run(1, "comment", "plan.md", "--request", "3");

        assertThat(run.err())
                .isEqualTo(
                        "muster: GitHub answered 403: Resource not accessible by integration (the token may not do this, or"
                                + " there is no such project or request).\n");
        assertThat(run.out()).isEmpty();
        run(1, "comment", "plan.md", "--request", "4");
    }

    @ParameterizedTest
    @MethodSource("forges")
    void an_alarm_is_raised_with_what_the_jobs_found(boolean isGithub) {
        var server = on(isGithub);
        program.write("job/found/plan/plan.md", PLAN + "\n## Muster plan\n");
        program.write("job/found/result/apply.md", PLAN.replace("plan", "apply") + "\n## ❓ Muster apply\n");
        program.write("job/found/status/status.md", "    campaign-1/1  IN_DOUBT\n");
        program.write("job/found/journal-2/office.lock.answers", "secret");

        assertThat(run(0, "alarm", "--job", "plan success code:0", "--job", DOUBT, "found")
                        .out())
                .isEqualTo("An alarm is open.\n");
        assertThat(run(0, "alarm", "--job", DOUBT, "found", "--json").out()).contains("\"alarm\" : \"repeated\"");
        assertThat(server.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.text().body())
                        .containsSubsequence(
                                "- apply: failure, exit code 6", "## ❓ Muster apply", "IN_DOUBT", "## Muster plan")
                        .doesNotContain("secret", "- plan:"));
    }

    @Test
    void nothing_is_asked_where_nobody_is_needed() {
        on(true);

        assertThat(run(0, "alarm", "--job", "apply success code:0 sent:true", "no-such-folder")
                        .out())
                .isEqualTo("Nothing is left for a person.\n");
        run(0, "alarm", "--job", "plan failure code:3", "--job", "");
        assertThat(github.asked()).isEmpty();

        on(true, "GITHUB_EVENT_NAME", "schedule");
        run(0, "alarm", "--job", "plan failure code:3");
        on(false, "CI_PIPELINE_SOURCE", "schedule");
        run(0, "alarm", "--job", "plan failed code:1");
        assertThat(List.of(github, gitlab)).allMatch(server -> server.issues().size() == 1);
    }

    /** Two workspaces share the issue, and neither is told again because of the other. */
    @Test
    void each_workspace_is_told_for_itself() {
        for (int night = 60; night < 64; night++) {
            for (var workspace : List.of("office", "shop")) {
                on(true, "GITHUB_RUN_ID", night + (workspace.equals("shop") ? "1" : "0"));
                run(0, "alarm", "-w", workspace, "--job", "status failure code:6");
            }
        }

        assertThat(github.written()).containsExactly("open", "add 100");
        assertThat(github.issues().get(0).comments().get(0).body()).contains("A run of `shop` left something");
    }

    @Test
    void a_send_that_was_begun_or_left_its_answers_is_told() {
        on(true);
        program.write("job/found/begun-production-1/apply-begun", "");
        run(0, "alarm", "--job", "apply failure code: sent:", "found");
        assertThat(github.issues()).isEmpty();

        program.write("job/found/begun-production-2/apply-begun", "");
        run(0, "alarm", "--job", "apply failure code: sent:", "found");
        assertThat(github.issues()).hasSize(1);

        github.forget();
        program.write("job/left/left-before-1/office.lock.answers", "of an attempt before");
        run(0, "alarm", "--job", "apply success code:0", "left");
        assertThat(github.issues()).isEmpty();
        program.write("job/left/left-before-production-2/campaigns/office.lock.answers", "{}");
        program.write("job/left/left-before-production-2/campaigns/`@x`.lock.answers", "{}");
        run(0, "alarm", "--job", "apply success code:0", "left");
        assertThat(github.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.text().body())
                        .contains("left `office.lock.answers`")
                        .doesNotContain("@x"));
    }

    /** GitLab tells no exit codes; what `apply` printed does. */
    @Test
    void on_gitlab_the_jobs_are_asked_and_their_results_say_how_they_ended() {
        on(false);
        gitlab.job("plan-main", "success", true);
        gitlab.job("apply", "failed", true);
        var head = PLAN.replace("plan", "apply") + "\n## ❌ Muster apply (office): ";
        for (var harmless : List.of(
                head + "nothing was sent\n\nExit code 3, digest `sha256:a`, lock serial before it 1.\n",
                head + "failed\n\nNothing was sent. Exit code 1.\n",
                head + "0 campaigns created, 0 messages\n\nExit code 130, digest `sha256:a`.\n")) {
            program.write("job/apply.md", harmless);
            assertThat(run(0, "alarm", "apply.md").out()).as(harmless).isEqualTo("Nothing is left for a person.\n");
        }
        for (var bad : List.of(
                head + "1 campaign created, 6 messages\n\nExit code 6, digest `sha256:a`.\n",
                head + "2 campaigns created, 1,200 messages\n\nExit code 130, digest `sha256:a`.\n",
                head + "failed\n\nWhat was sent before is in the lock. Exit code 70.\n",
                "half of a res",
                "")) {
            gitlab.forget();
            program.write("job/apply.md", bad);
            assertThat(run(0, "alarm", "apply.md").out()).as(bad).isEqualTo("An alarm is open.\n");
        }
    }

    @Test
    void on_gitlab_a_send_that_nobody_let_begin_is_no_alarm_and_a_list_that_fails_is_no_silence() {
        on(false);
        gitlab.job("apply", "canceled", false);
        gitlab.job("status", "failed", true);
        program.write("job/status.md", "all is well\n");
        assertThat(run(0, "alarm", "status.md").out()).isEqualTo("Nothing is left for a person.\n");

        program.write("job/status.md", "campaign-1/1  IN_DOUBT\nExit code 6.\n");
        assertThat(run(0, "alarm", "status.md").out()).isEqualTo("An alarm is open.\n");

        gitlab.refuse("search jobs", 403, Map.of(), "{\"error\":\"insufficient_scope\"}");
        assertThat(run(1, "alarm").err()).contains("GitLab answered 403: insufficient_scope");
    }

    @Test
    void no_link_is_followed() throws IOException {
        on(true);
        program.write("secret.md", PLAN + "\nsecret");
        Files.createSymbolicLink(folder.resolve("job/link.md"), folder.resolve("secret.md"));
        Files.createDirectories(folder.resolve("job/found"));
        Files.createSymbolicLink(folder.resolve("job/found/apply.md"), folder.resolve("secret.md"));

        run(1, "comment", "link.md", "--request", "3");
        run(0, "alarm", "--job", DOUBT, "found", "link.md");

        assertThat(github.comments()).isEmpty();
        assertThat(github.issues().get(0).text().body()).doesNotContain("secret");
    }

    @Test
    void an_alarm_that_cannot_be_raised_is_printed_without_commands_to_the_runner() {
        on(true);
        program.write(
                "job/apply.md",
                PLAN.replace("plan", "apply") + "\n## apply\n::error::x\n::stop-commands::y\n❓ in doubt\n");
        github.refuse("open", 410, Map.of(), "{\"message\":\"Issues are disabled for this repo\"}");

        var run = run(1, "alarm", "--job", DOUBT, "apply.md");

        assertThat(run.out()).contains("❓ in doubt", "<U+003A>:error::x");
        assertThat(run.err()).contains("410: Issues are disabled for this repo");
    }

    @Test
    void a_comment_of_another_request_is_not_touched() {
        on(true);

        run(1, "comment", "plan.md", "--request", String.valueOf(REQUEST + 1));

        assertThat(github.written()).isEmpty();
    }
}
