package dev.muster.cli.forge;

import static dev.muster.testing.ForgeServer.OURS;
import static dev.muster.testing.ForgeServer.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A result becomes the comment of a request, or the run says why not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CommentCommandTest extends ForgeCommandFixture {
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
    void what_is_missing_is_named() {
        on(true);
        assertThat(run(64, "comment", "plan.md", "--request=abc").err())
                .contains("\"abc\" is not the number of a pull or merge request, such as 12")
                .doesNotContain("1,154");
        for (var number : List.of("0", "-3", "1,154", "#12", "12 ", "", "9".repeat(19))) {
            assertThat(run(64, "comment", "plan.md", "--request=" + number).err())
                    .contains("is not the number of a pull or merge request");
        }
        program.variables(Map.of());
        assertThat(run(64, "comment", "plan.md").err())
                .contains("GITHUB_REPOSITORY and GITHUB_RUN_ID", "CI_PROJECT_ID, CI_PIPELINE_ID and CI_JOB_ID");
        assertThat(run(64, "comment", "plan.md", "--github").err()).contains("variable GITHUB_RUN_ID is not set");
        assertThat(run(64, "alarm", "--gitlab").err()).contains("variable CI_PIPELINE_ID is not set");
        assertThat(github.asked()).isEmpty();
    }

    /** What is repeated under each command must be true of it. */
    @Test
    void the_exit_codes_that_help_tells_are_those_of_the_command() {
        for (var command : List.of("comment", "alarm")) {
            assertThat(run(0, command, "--help").out())
                    .contains("Exit codes: 0 the ")
                    .doesNotContain("nothing was sent", "stale", "partly", "refused");
        }
        for (var command : List.of("status", "report")) {
            assertThat(run(0, command, "--help").out())
                    .containsPattern("3\\s+somebody was messaged who must not be")
                    .doesNotContain("stale", "the plan has changes", "nothing was sent");
        }
    }

    /** The order of two jobs of a pipeline counts on GitLab; for people it is a job, not an attempt. */
    @Test
    void a_run_is_called_as_its_forge_calls_it() {
        on(false, "CI_PIPELINE_ID", "101", "CI_JOB_ID", "1101");
        run(0, "comment", "plan.md", "--request", "3");
        on(true, "GITHUB_RUN_ID", "101", "GITHUB_RUN_ATTEMPT", "1");
        run(0, "comment", "plan.md", "--request", "3");

        assertThat(gitlab.comments().get(0).body())
                .contains("[Pipeline 101, job 1101](", "{\"id\":101,\"attempt\":1101}")
                .doesNotContain("Run 101", ", attempt");
        assertThat(github.comments().get(0).body()).contains("[Run 101, attempt 1](");
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

    @Test
    void a_comment_of_another_request_is_not_touched() {
        on(true);

        run(1, "comment", "plan.md", "--request", String.valueOf(REQUEST + 1));

        assertThat(github.written()).isEmpty();
    }
    /** A server of one's own has its API elsewhere. */
    @Test
    void github_on_a_server_of_ones_own_is_asked_where_its_api_is() {
        on(true, "GITHUB_API_URL", github.url() + "/api/v3/", "GITHUB_SERVER_URL", "https://github.example");

        run(0, "comment", "plan.md", "--request", "3");
        run(0, "comment", "plan.md", "--request", "3");

        assertThat(github.written()).containsExactly("comment", "replace 100");
        assertThat(github.comments().get(0).body()).contains("(https://github.example/crm/campaigns/actions/runs/50)");
    }
}
