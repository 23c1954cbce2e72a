package dev.muster.cli.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run left to a person is told, and never in silence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlarmCommandTest extends ForgeCommandFixture {
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
        run(0, "alarm", "--job", "plan failure code:3");
        assertThat(github.asked()).isEmpty();

        on(true, "GITHUB_EVENT_NAME", "schedule");
        run(0, "alarm", "--job", "plan failure code:3");
        on(false, "CI_PIPELINE_SOURCE", "schedule");
        run(0, "alarm", "--job", "plan failed code:1");
        assertThat(List.of(github, gitlab)).allMatch(server -> server.issues().size() == 1);
    }

    /** The code of a status that says that somebody was messaged who must not be. */
    @ParameterizedTest
    @MethodSource("forges")
    void somebody_messaged_who_must_not_be_is_always_told(boolean isGithub) {
        var server = on(isGithub);

        assertThat(run(
                                0,
                                "alarm",
                                "--job",
                                "plan success code:0",
                                "--job",
                                "apply skipped code: sent:",
                                "--job",
                                "status failure code:3")
                        .out())
                .isEqualTo("An alarm is open.\n");
        assertThat(server.issues().get(0).text().body()).contains("- status: failure, exit code 3");
    }

    /** A clock, another program and a person who starts it by hand may not look at its end; a push is looked at. */
    @Test
    void a_plan_that_fails_is_told_unless_a_push_or_a_proposal_asked_for_it() {
        for (var event : List.of("schedule", "workflow_dispatch", "repository_dispatch", "")) {
            on(true, "GITHUB_EVENT_NAME", event).forget();
            run(0, "alarm", "--job", "plan failure code:3", "--job", "status failure code:1");
            assertThat(github.issues()).as(event).hasSize(1);
        }
        for (var source : List.of("schedule", "web", "api", "trigger", "parent_pipeline")) {
            on(false, "CI_PIPELINE_SOURCE", source).forget();
            run(0, "alarm", "--job", "plan failed code:1");
            assertThat(gitlab.issues()).as(source).hasSize(1);
        }
        for (var event : List.of("push", "pull_request", "merge_group")) {
            on(true, "GITHUB_EVENT_NAME", event).forget();
            run(0, "alarm", "--job", "plan failure code:3");
            assertThat(github.issues()).as(event).isEmpty();
        }
    }

    @Test
    void a_slip_in_how_a_job_ended_is_wrong_use_and_no_end_that_needs_nobody() {
        on(true);
        for (var line : List.of("apply faliure cod:6", "apply failure code: 6", "", "  ", "apply", "aply failure")) {
            assertThat(run(64, "alarm", "--job", "plan success code:0", "--job", line)
                            .err())
                    .as(line)
                    .contains("--job", "such as \"apply failure code:6 sent:true\"");
        }
        assertThat(run(64, "alarm", "--job", "apply faliure\u001b[2J code:6").err())
                .doesNotContain("\u001b");
        assertThat(github.asked()).isEmpty();
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
        assertThat(github.issues().get(0).comments().get(0).body()).contains("A run of `shop` needs action");
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

        gitlab.forget();
        on(false, "CI_PIPELINE_SOURCE", "schedule");
        gitlab.job("lint", "failed", true);
        run(0, "alarm", "status.md");
        assertThat(gitlab.issues().get(0).text().body())
                .contains("- status: failed")
                .doesNotContain("lint");

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
}
