package dev.muster.process;

import static dev.muster.process.FakeGithub.comment;
import static dev.muster.process.FakeGithub.runLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The newest plan is always the one that the comment shows. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionCommentTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
    private static final String APPLY = PLAN.replace("plan", "apply");
    private static final String NEW = "POST repos/crm/campaigns/issues/3/comments";

    @TempDir
    private Path folder;

    private FakeGithub github;
    private Path file;

    @BeforeEach
    void a_job() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        var work = Files.createDirectories(folder.resolve("work"));
        github = new FakeGithub(Job.in(folder.resolve("machine"), work, Map.of()), "comments");
        file = Files.writeString(folder.resolve("comment.md"), PLAN + "\n## Muster plan\n");
    }

    private String post(int exitCode, String... changed) {
        var variables = new HashMap<>(Map.of(
                "PULL_REQUEST", "3",
                "COMMIT", COMMIT,
                "WORKSPACE", "office",
                "GITHUB_RUN_ID", "50",
                "GITHUB_RUN_ATTEMPT", "2"));
        for (int at = 0; at < changed.length; at += 2) {
            variables.put(changed[at], changed[at + 1]);
        }
        return github.run(exitCode, "comment.sh", file, variables);
    }

    @Test
    void a_plan_replaces_its_comment_and_names_commit_and_run() {
        github.holds(comment("17", true, PLAN, "written before comments named their run"));

        post(0);

        assertThat(github.asked()).containsExactly("search null", "update 17");
        assertThat(github.body())
                .startsWith(PLAN + "\n" + runLine(50, 2) + "\n## Muster plan\n")
                .endsWith("Commit `" + COMMIT
                        + "`. [Run 50, attempt 2](https://github.com/crm/campaigns/actions/runs/50).\n");
    }

    @Test
    void an_apply_writes_a_new_comment() throws IOException {
        Files.writeString(file, APPLY + "\n## Muster apply\n");
        github.holds(comment("17", true, APPLY, runLine(49, 1)));

        post(0);

        assertThat(github.written()).containsExactly(NEW);
    }

    @Test
    void what_is_no_comment_of_ours_is_not_posted() throws IOException {
        post(64, "PULL_REQUEST", "3/../4");
        post(64, "WORKSPACE", "\"} --> x");
        post(64, "COMMIT", "main");
        post(64, "GITHUB_RUN_ID", "a[$(touch pwned)]");
        Files.writeString(file, "## Not ours\n");
        post(64);

        assertThat(github.asked()).isEmpty();
        assertThat(folder.resolve("work/pwned")).doesNotExist();
    }

    /** GitHub says whose a comment is, by the token: a job's, an App's or a person's. */
    @Test
    void a_comment_of_somebody_else_or_of_another_workspace_is_never_replaced() {
        github.holds(
                comment("1", false, PLAN, runLine(99, 1)),
                comment("2", true, PLAN.replace("office", "shop"), runLine(99, 1)),
                comment("3", true, "quoted:", PLAN, runLine(99, 1)));

        post(0);

        assertThat(github.written()).containsExactly(NEW);
    }

    @Test
    void a_rerun_of_an_older_run_leaves_the_comment_of_the_newer_one() {
        github.holds(comment("17", true, PLAN, runLine(51, 1), "newer"));
        assertThat(post(0)).contains("a newer run has commented already");
        github.holds(comment("17", true, PLAN, runLine(50, 3), "the same run, a later attempt"));
        assertThat(post(0)).contains("a newer run has commented already");
        assertThat(github.written()).isEmpty();

        github.holds(comment("17", true, PLAN, runLine(50, 1), "the same run, an earlier attempt"));
        post(0);
        github.holds(comment("17", true, PLAN, runLine(9, 40), "an older run, with fewer digits"));
        post(0);
        assertThat(github.written()).containsExactly("update 17", "update 17");
    }

    @Test
    void its_comment_is_found_among_five_hundred() {
        var others = Collections.nCopies(100, comment("1", false, "hello"));
        github.pages(others, others, others, others, List.of(comment("17", true, PLAN, runLine(4, 1))));

        post(0);

        assertThat(github.asked())
                .containsExactly(
                        "search null",
                        "search cursor1",
                        "search cursor2",
                        "search cursor3",
                        "search cursor4",
                        "update 17");
    }

    @Test
    void what_github_takes_later_is_tried_again_as_late_as_it_says() {
        github.refuses(
                "search|403|Retry-After: 7|" + FakeGithub.LIMIT,
                "search|403|Server: GitHub|" + FakeGithub.LIMIT,
                "POST|429|retry-after: 9|slow down",
                "POST|502|Server: GitHub|Bad gateway",
                "POST|none||");

        post(0);

        assertThat(github.slept()).containsExactly("7", "60", "9", "16", "32");
        assertThat(github.written()).hasSize(4);
    }

    @Test
    void a_job_does_not_wait_for_hours_or_for_ever() {
        github.refuses("search|403|Retry-After: 3600|" + FakeGithub.LIMIT);
        assertThat(post(1)).contains("::error::");
        assertThat(github.slept()).isEmpty();

        var down = "search|503|Server: GitHub|down";
        github.refuses(down, down, down, down, down, down);
        post(1);
        assertThat(github.slept()).containsExactly("2", "4", "8", "16", "32");
    }

    @Test
    void a_token_without_the_right_is_told_at_once() {
        var refused = "POST|403|Server: GitHub|" + FakeGithub.NO_RIGHT;
        github.refuses(refused, refused);

        assertThat(post(1)).contains("::error::Muster's comment could not be written");
        assertThat(github.slept()).isEmpty();
    }

    @Test
    void a_comment_that_somebody_deletes_meanwhile_is_written_anew() {
        github.holds(comment("17", true, PLAN, runLine(4, 1)));
        github.refuses("update|200|Server: GitHub|{\"errors\":[{\"type\":\"NOT_FOUND\"}]}");
        github.holdsThen();

        post(0);

        assertThat(github.written()).containsExactly("update 17", NEW);
    }

    /** The answer was lost, and what it was about was done. */
    @Test
    void an_apply_is_not_told_twice() throws IOException {
        Files.writeString(file, APPLY + "\n## Muster apply\n");
        github.refuses("POST|lost||");
        github.holdsThen(comment("18", true, APPLY, runLine(50, 2)));

        post(0);

        assertThat(github.written()).containsExactly(NEW);
    }

    @Test
    void a_plan_job_that_died_before_it_began_replaces_the_older_plan() throws IOException {
        Files.delete(file);
        github.holds(comment("17", true, PLAN, runLine(4, 1), "the plan of an older commit"));

        post(0);

        assertThat(github.written()).containsExactly("update 17");
        assertThat(github.body())
                .startsWith(PLAN + "\n")
                .contains("❌ Muster plan (office): no plan for " + COMMIT, "Nothing was sent");
    }

    @Test
    void a_comment_that_github_refuses_is_replaced_by_a_short_one() throws IOException {
        Files.writeString(file, PLAN + "\n" + "é".repeat(70_000));
        github.holds(comment("17", true, PLAN, runLine(4, 1)));

        post(0);

        assertThat(github.written()).containsExactly("update 17", "update 17");
        assertThat(github.body()).contains("GitHub did not take the comment", "actions/runs/50");
    }
}
