package dev.muster.process;

import static dev.muster.process.FakeGithub.issue;
import static dev.muster.process.FakeGithub.runLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A doubt is always told, once, and nothing else is an alarm. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionAlarmTest {
    private static final String ALARM = "<!-- muster:{\"v\":1,\"alarm\":true} -->";
    private static final String OPEN = "POST repos/crm/campaigns/issues";
    private static final String DOUBT = "apply failure code:6 sent:true";

    @TempDir
    private Path folder;

    private FakeGithub github;
    private Path found;
    private Job job;

    @BeforeEach
    void a_job() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
        var work = Files.createDirectories(folder.resolve("work"));
        job = Job.in(folder.resolve("machine"), work, Map.of());
        github = new FakeGithub(job, "issues");
        found = Files.createDirectories(folder.resolve("found"));
        artifact("status/status.md", "    campaign-1/1  IN_DOUBT\n");
    }

    private void artifact(String name, String text) throws IOException {
        var file = found.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String alarm(int exitCode, String ended) {
        return github.run(exitCode, "alarm.sh", found, Map.of("ENDED", ended, "GITHUB_RUN_ID", "5"));
    }

    @Test
    void an_alarm_opens_one_issue_and_the_next_one_adds_to_it() {
        alarm(0, "plan success code:0\n" + DOUBT + "\nstatus failure code:6\n");
        github.holds(issue(7, true, ALARM, runLine(4, 1), "of another night"));
        alarm(0, DOUBT);

        assertThat(github.written()).containsExactly(OPEN, OPEN + "/7/comments");
        assertThat(github.body())
                .startsWith(ALARM + "\n" + runLine(5, 1) + "\n")
                .contains("crm/campaigns/actions/runs/5", "- apply: failure, 6", "IN_DOUBT", "muster resolve KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply failure code:6 sent:true",
                "apply failure code:6 sent:false",
                "apply failure code:5 sent:true",
                "apply failure code:70 sent:false",
                "apply cancelled code:130 sent:true",
                "apply cancelled code:6 sent:false",
                "apply failure code:1 sent:true",
                "apply failure code:1 sent:unknown",
                "apply failure code:137 sent:unknown",
                "apply cancelled code:143 sent:false",
                "status failure code:6",
                "status failure code:5",
                "plan failure code:6",
                "plan failure code:70"
            })
    void what_needs_a_person_raises_one(String ended) {
        alarm(0, "plan success code:0\n" + ended + "\n");

        assertThat(github.written()).containsExactly(OPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply failure code: sent:", // a reviewer said no: it was never begun
                "apply skipped code: sent:",
                "apply success code:0 sent:true",
                "apply failure code:3 sent:false", // held by another run
                "apply failure code:4 sent:false", // the plan is stale
                "apply failure code:64 sent:false",
                "apply failure code:1 sent:false",
                "apply cancelled code:130 sent:false",
                "plan failure code:3",
                "plan failure code:1",
                "plan cancelled code:",
                "status failure code:1",
                "status failure code:137",
                ""
            })
    void what_does_not_need_one_raises_none(String ended) {
        assertThat(alarm(0, ended + "\n")).contains("nothing is left for a person");

        assertThat(github.asked()).isEmpty();
    }

    @Test
    void a_send_that_was_begun_and_never_heard_of_again_raises_one() throws IOException {
        artifact("begun-1/apply-begun", "");

        alarm(0, "apply failure code: sent:\n");
        alarm(0, "apply cancelled code: sent:false\n");

        assertThat(github.written()).containsExactly(OPEN, OPEN);
    }

    @Test
    void the_same_run_is_told_once() {
        github.refuses("POST|lost||");
        github.holdsThen(issue(7, true, ALARM, runLine(5, 1)));

        alarm(0, DOUBT);

        assertThat(github.written()).containsExactly(OPEN);
    }

    @Test
    void a_stranger_takes_no_alarm_with_an_issue_of_the_same_words() {
        github.holds(issue(6, false, ALARM, "Muster needs a person"), issue(8, true, "Muster needs a person"));

        alarm(0, DOUBT);

        assertThat(github.written()).containsExactly(OPEN);
    }

    @Test
    void a_search_that_fails_keeps_no_alarm_back() {
        github.refuses("search|403|Server: GitHub|" + FakeGithub.NO_RIGHT);
        alarm(0, DOUBT);
        var down = "search|503|Server: GitHub|down";
        github.refuses(down, down, down, down, down, down);
        alarm(0, DOUBT);

        assertThat(github.written()).containsExactly(OPEN, OPEN);
    }

    /** The plan alone nearly fills what GitHub takes. */
    @Test
    void a_doubt_of_a_long_run_opens_an_issue_that_shows_it() throws IOException {
        artifact("plan/plan.md", "| `campaign` | create | ünï |\n".repeat(2_200));
        artifact("result/apply.md", "| `campaign` | ✅ created |\n".repeat(2_000) + "❓ the last one is unknown\n");
        artifact("status/status.md", "    campaign/1  CONFIRMED ünï\n".repeat(5_000) + "    bad/1  IN_DOUBT\n");

        alarm(0, DOUBT);

        var body = github.body(); // which fails on half a character
        assertThat(github.written()).containsExactly(OPEN);
        assertThat(body).contains("❓ the last one is unknown", "bad/1  IN_DOUBT", "lines, doubts and errors first");
        assertThat(body.indexOf("the last one"))
                .isLessThan(body.indexOf("bad/1"))
                .isLessThan(body.indexOf("create |"));
        assertThat(body.length()).isBetween(30_000, 60_000);
    }

    @Test
    void a_line_without_end_leaves_room_for_every_doubt() throws IOException {
        artifact("good/good.md", "é".repeat(100_000) + "\nall is well\n");
        artifact(
                "status/status.md",
                "    campaign/1  CONFIRMED ünï\n".repeat(5000) + "    bad/1  IN_DOUBT\n" + "x" + "é".repeat(90_000)
                        + "\n");

        alarm(0, DOUBT);

        assertThat(github.body())
                .hasSizeLessThan(60_000)
                .contains("bad/1  IN_DOUBT", "all is well", "of 5002 lines, doubts and errors first")
                .contains("The whole text is at https://github.com/crm/campaigns/actions/runs/5");
    }

    @Test
    void a_body_that_github_refuses_becomes_a_short_one_with_the_link() {
        github.refuses("POST|422|Server: GitHub|Validation Failed");

        alarm(0, DOUBT);

        assertThat(github.written()).containsExactly(OPEN, OPEN);
        assertThat(github.body()).contains("actions/runs/5").doesNotContain("IN_DOUBT");
    }

    @Test
    void an_alarm_that_cannot_be_raised_is_not_silent() {
        var closed = "POST|410|Server: GitHub|Issues are disabled for this repo";
        github.refuses(closed, closed);

        assertThat(alarm(1, DOUBT)).contains("::error::Muster needs a person, and no issue could be opened");
        assertThat(job.summary()).contains("IN_DOUBT");
    }
}
