package dev.muster.forge;

import static dev.muster.testing.ForgeServer.OURS;
import static dev.muster.testing.ForgeServer.REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.CommentWriter.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The newest plan is always the one that the comment shows, on every forge. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeCommentContract extends ForgeFixture {
    @Test
    void a_plan_replaces_its_comment_and_names_commit_and_run() {
        server.comment("17", OURS, PLAN, "written before comments named their run");

        assertThat(comment()).isEqualTo(Result.REPLACED);
        assertThat(server.written()).containsExactly("replace 17");
        assertThat(body())
                .startsWith(PLAN + "\n" + run(50, 2) + "\n## Muster plan\n")
                .endsWith("Commit `" + COMMIT + "`. [Run 50, attempt 2](https://forge.example/runs/50).\n");
    }

    @Test
    void an_apply_writes_a_new_comment_once() {
        server.comment("17", OURS, APPLY, run(49, 1));

        assertThat(comment(APPLY + "\n## Muster apply\n")).isEqualTo(Result.NEW);
        assertThat(comment(APPLY + "\n## Muster apply\n")).isEqualTo(Result.REPEATED);
        assertThat(server.written()).containsExactly("comment");
    }

    /** Such as an apply and what a look at its doubt found. */
    @Test
    void another_result_of_the_same_run_is_a_comment_of_its_own() {
        assertThat(comment(APPLY + "\n## Muster apply\n\n1 doubt\n")).isEqualTo(Result.NEW);
        assertThat(comment(APPLY + "\n## Muster apply\n\n1 sent\n")).isEqualTo(Result.NEW);
        assertThat(comment(APPLY + "\n## Muster apply\n\n1 sent\n")).isEqualTo(Result.REPEATED);
        assertThat(server.written()).containsExactly("comment", "comment");
    }

    /** Anybody can begin a comment with the same line, and an App has another name than a job. */
    @Test
    void a_comment_of_somebody_else_or_of_another_workspace_is_never_replaced() {
        server.comment("1", "stranger", PLAN, run(99, 1));
        server.comment("2", OURS, PLAN.replace("office", "shop"), run(99, 1));
        server.comment("3", OURS, "quoted:", PLAN, run(99, 1));
        server.comment("4", OURS, PLAN.replace(",\"workspace\":\"office\"", ""), run(99, 1));

        assertThat(comment()).isEqualTo(Result.NEW);
        assertThat(server.written()).containsExactly("comment");
    }

    @Test
    void a_rerun_of_an_older_run_leaves_the_comment_of_the_newer_one() {
        for (var newer : List.of(run(51, 1), run(50, 3), run(999_999_999_999L, 1))) {
            server.forget();
            server.comment("17", OURS, PLAN, newer);
            assertThat(comment()).as(newer).isEqualTo(Result.SUPERSEDED);
        }
        assertThat(server.written()).isEmpty();
    }

    @Test
    void an_older_run_is_replaced_also_where_its_number_looks_larger() {
        for (var older : List.of(run(50, 1), run(50, 2), run(9, 40), "<!-- muster:run {\"id\":x} -->", "")) {
            server.forget();
            server.comment("17", OURS, PLAN, older);
            assertThat(comment()).as(older).isEqualTo(Result.REPLACED);
        }
    }

    @Test
    void its_comment_is_found_among_five_hundred() {
        IntStream.range(1_000, 1_450).forEach(id -> server.comment(String.valueOf(id), "stranger", "hello"));
        server.comment("17", OURS, PLAN, run(4, 1));
        IntStream.range(2_000, 2_049).forEach(id -> server.comment(String.valueOf(id), "stranger", "hello"));

        assertThat(comment()).isEqualTo(Result.REPLACED);
        assertThat(server.written()).containsExactly("replace 17");
        assertThat(server.asked().stream().filter(what -> what.startsWith("search")))
                .hasSize(5);
    }

    @Test
    void a_comment_that_somebody_deletes_meanwhile_is_written_anew() {
        server.comment("17", OURS, PLAN, run(4, 1));
        server.refuse("replace", missing().status(), Map.of(), missing().body());
        server.afterwards(server::forget);

        assertThat(comment()).isEqualTo(Result.NEW);
        assertThat(server.written()).containsExactly("replace 17", "comment");
    }

    /** The answer was lost, and what it was about was done. */
    @Test
    void an_apply_is_not_told_twice() {
        server.loseAnswer("comment");

        assertThat(comment(APPLY + "\n## Muster apply\n")).isEqualTo(Result.REPEATED);
        assertThat(server.comments()).hasSize(1);
    }

    @Test
    void a_plan_job_that_died_before_it_began_replaces_the_older_plan() {
        server.comment("17", OURS, PLAN, run(4, 1), "the plan of an older commit");
        var missing = RequestComment.missing(Optional.of("office"), Optional.of(COMMIT));

        new CommentWriter(forge, ours(), retry()).write(REQUEST, missing);

        assertThat(server.written()).containsExactly("replace 17");
        assertThat(body())
                .startsWith(PLAN + "\n")
                .contains("❌ Muster plan (office): no plan for " + COMMIT, "Nothing was sent");
    }

    @Test
    void a_text_that_is_too_long_becomes_its_title_and_the_run() {
        comment(PLAN + "\n## ❌ Muster plan: it is long\n" + "é😀".repeat(forge.longest()));

        assertThat(server.written()).containsExactly("comment");
        assertThat(body())
                .contains("## ❌ Muster plan: it is long\n", "did not take the whole comment", "/runs/50")
                .hasSizeLessThan(500);
    }

    @Test
    void a_text_that_the_forge_refuses_becomes_short_as_well() {
        server.comment("17", OURS, PLAN, run(4, 1));
        server.refuse("replace", 422, Map.of(), "{\"message\":\"Validation Failed\"}");

        assertThat(comment()).isEqualTo(Result.REPLACED);
        assertThat(body()).contains("did not take the whole comment");
    }

    /** As long as it may be, in characters that need two units, with the line ends of another system. */
    @Test
    void a_text_of_exactly_the_length_is_taken_whole() {
        var head = PLAN + "\r\n## Muster plan\r\n";
        var text = head + "😀".repeat((forge.longest() - 500) / 2);

        comment(text);

        assertThat(body()).contains("😀".repeat(1000)).doesNotContain("\r", "did not take");
    }

    @Test
    void lines_of_the_text_are_never_taken_for_ours() {
        comment(PLAN + "\n## Muster plan\n" + run(99, 1) + "\n" + APPLY + "\n\u0000/close\r/merge\n  /close");

        assertThat(body()).doesNotContain(run(99, 1), APPLY).contains(run(50, 2));
    }
}
