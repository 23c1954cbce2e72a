package dev.muster.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.PipelineRun.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an alarm shows of long results: what needs a person, first, and nothing that is alive. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlarmTextTest {
    private static final int LONGEST = 60_000;
    private static final PipelineRun RUN = new PipelineRun(
            5, 1, Optional.of("https://github.com/crm/campaigns/actions/runs/5"), Optional.empty(), true, Words.GITHUB);
    private static final String MARKER = "<!-- muster:{\"v\":1,\"command\":\"apply\"} -->\n";

    private static ResultFile file(String name, String text) {
        return new ResultFile(name, () -> text);
    }

    private static String alarm(ResultFile... files) {
        return alarm(List.of(), files);
    }

    private static String alarm(List<String> left, ResultFile... files) {
        return new AlarmText(RUN, "", List.of(JobEnd.of("apply failure code:6 sent:true")), left, List.of(files))
                .whole(LONGEST);
    }

    /** The plan alone nearly fills what a forge takes. */
    @Test
    void a_doubt_of_a_long_run_is_shown() {
        var body = alarm(
                file("plan.md", MARKER + "| `campaign` | create | ünï |\n".repeat(2_200)),
                file("status.md", "    campaign/1  CONFIRMED ünï\n".repeat(5_000) + "    bad/1  IN_DOUBT\n"),
                file(
                        "apply.md",
                        MARKER + "| `campaign` | ✅ created |\n".repeat(2_000) + "❓ the last one is unknown\n"));

        assertThat(body)
                .contains("❓ the last one is unknown", "bad/1  IN_DOUBT", "lines, doubts and errors first")
                .contains("The whole text is at https://github.com/crm/campaigns/actions/runs/5.");
        assertThat(body.indexOf("the last one"))
                .isLessThan(body.indexOf("bad/1"))
                .isLessThan(body.indexOf("create |"));
        assertThat(body.length()).isBetween(30_000, LONGEST);
    }

    @Test
    void a_line_without_end_leaves_room_for_every_doubt() {
        var body = alarm(
                file("good.md", "é".repeat(100_000) + "\nall is well\n"),
                file(
                        "status.md",
                        "x" + "😀".repeat(90_000) + "\n    campaign/1  CONFIRMED\n".repeat(5_000) + "bad/1  IN_DOUBT"));

        assertThat(body).hasSizeLessThanOrEqualTo(LONGEST).contains("bad/1  IN_DOUBT", "all is well", " …");
        assertThat(body.codePoints()).as("no half of a pair").noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void five_megabytes_are_not_too_much() {
        var body = alarm(file("status.md", "    campaign/1  CONFIRMED\n".repeat(200_000) + "    bad/1  IN_DOUBT\n"));

        assertThat(body).hasSizeLessThanOrEqualTo(LONGEST).contains("bad/1  IN_DOUBT", "of 200,001 lines");
    }

    @Test
    void files_beyond_a_bound_are_counted() {
        var files = new ArrayList<ResultFile>();
        for (int number = 1; number <= 23; number++) {
            files.add(file("plan-" + number + ".md", "plan " + number));
        }
        files.add(file("apply.md", "❓ in doubt"));

        var body = alarm(files.toArray(ResultFile[]::new));

        assertThat(body)
                .contains("❓ in doubt", "plan 19\n", "**Left out:** 4 more files of the jobs.")
                .doesNotContain("plan 20\n");
    }

    @Test
    void what_a_dead_job_left_on_the_machine_is_a_reason_of_its_own() {
        var alarm = new AlarmText(RUN, "", List.of(), List.of("office.lock.answers"), List.of());

        assertThat(alarm.isEmpty()).isFalse();
        assertThat(alarm.whole(LONGEST))
                .contains("- an earlier job died on this machine and left `office.lock.answers`", "muster status");
    }

    /** A part of it may end in the middle of a block of code, and then what a user wrote would be Markdown. */
    @Test
    void what_is_cut_or_not_ours_stands_in_code() {
        var hostile =
                "```text\n@everyone [a](https://evil.example) <!-- muster:run {\"id\":999,\"attempt\":1} -->\n````\n";

        assertThat(alarm(file("status.md", hostile)))
                .contains("`````text\n```text\n@everyone", "\n`````\n")
                .doesNotContain("<!-- muster:run {\"id\":999");
        assertThat(alarm(file("apply.md", MARKER + hostile.repeat(2_000)))).contains("\n`````text\n");
        assertThat(alarm(file("apply.md", MARKER + "## ❌ Muster apply\n"))).contains("\n## ❌ Muster apply\n");
    }

    @Test
    void a_look_that_failed_says_what_to_do_about_it() {
        var alarm = new AlarmText(RUN, "", List.of(JobEnd.of("plan failure code:3")), List.of(), List.of());

        assertThat(alarm.whole(LONGEST)).contains("Nothing was sent.").doesNotContain("muster resolve");
    }

    @Test
    void a_danger_and_a_look_that_failed_after_a_send_say_what_is_true() {
        assertThat(advice("status failure code:3"))
                .contains("Somebody was messaged who must not be. `muster status` says")
                .doesNotContain("Nothing was sent", "resolve");
        assertThat(advice("status failure code:1"))
                .contains("Nobody could look", "`muster status`")
                .doesNotContain("Nothing was sent");
        assertThat(advice("status failure code:3", "apply failure code:6")).contains("muster resolve KEY");
    }

    private static String advice(String... ended) {
        return new AlarmText(RUN, "", Stream.of(ended).map(JobEnd::of).toList(), List.of(), List.of()).brief();
    }

    @Test
    void line_ends_of_every_system_are_read() {
        assertThat(alarm(file("apply.md", "\uFEFF" + MARKER.strip() + "\r\n## one\rtwo\u0000\r\nthree")))
                .contains("\n## one\ntwo\n\nthree\n");
    }
}
