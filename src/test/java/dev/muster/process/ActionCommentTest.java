package dev.muster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/** What the action's scripts write on GitHub. */
@Tag("process")
@DisabledOnOs(OS.WINDOWS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActionCommentTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void bash() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no /bin/bash");
    }

    private Job machine() throws IOException {
        return Job.in(folder.resolve("machine"), Files.createDirectories(folder.resolve("work")), Map.of());
    }

    @Test
    void a_plan_replaces_its_comment_and_an_apply_writes_a_new_one() throws IOException {
        var job = machine();
        job.tool("gh", "case \"$*\" in *--jq*) echo 17; echo \"$MARKER\" >>marker ;; *) echo \"$*\" >>posted ;; esac");
        var plan = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
        var comment = Files.writeString(folder.resolve("comment.md"), plan + "\n## Muster plan\n");

        post(job, 0, comment, "3");
        Files.writeString(comment, plan.replace("plan\"", "apply\"") + "\n## Muster apply\n");
        post(job, 0, comment, "3");
        post(job, 64, comment, "3/../4");
        Files.writeString(comment, "## Not ours\n");
        post(job, 64, comment, "3");

        assertThat(job.work().resolve("posted"))
                .content()
                .startsWith("api graphql --silent -f id=17 -F body=@" + comment + " -f query=mutation(")
                .endsWith("\napi --silent -X POST repos/crm/campaigns/issues/3/comments -F body=@" + comment + "\n");
        assertThat(job.work().resolve("marker")).hasContent(plan);
    }

    /** GitHub says whose a comment is, by the token: a job's, an App's or a person's; here jq answers as gh would. */
    @Test
    void a_plan_never_replaces_a_comment_of_somebody_else_with_its_marker() throws IOException {
        var job = machine();
        job.tool("gh", """
                for word; do [ "$before" = --jq ] && filter=$word; before=$word; done
                if [ -n "$filter" ]; then jq -r "$filter" comments.json; else echo "$*" | head -n 1 >>posted; fi""");
        var plan = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
        var comment = Files.writeString(folder.resolve("comment.md"), plan + "\n## Muster plan\n");
        var stranger = node("1", plan + "\\r\\nmine", false);
        var other = node("2", plan.replace("office", "shop"), true);

        Files.writeString(job.work().resolve("comments.json"), comments(stranger, other));
        post(job, 0, comment, "3");
        Files.writeString(
                job.work().resolve("comments.json"), comments(stranger, other, node("3", plan + "\\r\\nold", true)));
        post(job, 0, comment, "3");

        assertThat(Files.readAllLines(job.work().resolve("posted")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("api --silent -X POST "),
                        second -> assertThat(second).startsWith("api graphql --silent -f id=3 "));
    }

    private static String comments(String... nodes) {
        return "{\"data\":{\"repository\":{\"pullRequest\":{\"comments\":{\"nodes\":[" + String.join(",", nodes)
                + "]}}}}}";
    }

    private static String node(String id, String body, boolean own) {
        return "{\"id\":\"" + id + "\",\"body\":\"" + body.replace("\"", "\\\"") + "\",\"viewerDidAuthor\":" + own
                + "}";
    }

    private static void post(Job job, int exitCode, Path comment, String number) {
        try (var step = job.script("comment.sh", List.of(comment.toString()), "PULL_REQUEST=" + number)) {
            assertThat(step.exitCode()).as(step.errors()).isEqualTo(exitCode);
        }
    }

    @Test
    void an_alarm_opens_one_issue_and_then_adds_to_it() throws IOException {
        var job = machine();
        var status = Files.writeString(folder.resolve("status.md"), "    campaign-1/1  IN_DOUBT\n");
        job.tool("gh", """
                case "$*" in
                  "issue list"*) cat open 2>/dev/null || true ;;
                  *) echo "$*" | sed 's/--body-file.*//' >>asked; for last; do :; done; cat "$last" >body ;;
                esac""");

        alarm(job, status);
        Files.writeString(job.work().resolve("open"), "7\n");
        alarm(job, status);

        assertThat(job.work().resolve("asked"))
                .hasContent("issue create --repo crm/campaigns --title Muster needs a person \n"
                        + "issue comment 7 --repo crm/campaigns ");
        assertThat(job.work().resolve("body"))
                .content()
                .contains("https://example.com/runs/5", "IN_DOUBT", "muster resolve KEY");
    }

    @Test
    void an_alarm_that_is_too_long_is_shortened_and_keeps_every_doubt() throws IOException {
        var job = machine();
        job.tool("gh", "case \"$*\" in \"issue list\"*) ;; *) for last; do :; done; cp \"$last\" body ;; esac");
        var good = Files.writeString(folder.resolve("good.md"), "é".repeat(100_000) + "\nall is well\n");
        var status = Files.writeString(
                folder.resolve("status.md"),
                "    campaign/1  CONFIRMED ünï\n".repeat(5000) + "    bad/1  IN_DOUBT\n" + "x" + "é".repeat(90_000)
                        + "\n");

        alarm(job, good, status);

        var body = Files.readString(job.work().resolve("body")); // which fails on half a character
        assertThat(body.length()).isLessThan(60_000);
        assertThat(body)
                .contains("bad/1  IN_DOUBT", "all is well", "of 5002 lines, doubts and errors first")
                .contains("The whole text is at https://example.com/runs/5");
        assertThat(body.indexOf("IN_DOUBT")).as("doubts first").isLessThan(body.indexOf("all is well"));
    }

    private static void alarm(Job job, Path... files) {
        var names = new ArrayList<>(List.of("no-such-file.md"));
        Arrays.stream(files).map(Path::toString).forEach(names::add);
        try (var step = job.script("alarm.sh", names, "RUN_URL=https://example.com/runs/5")) {
            assertThat(step.exitCode()).as(step.errors()).isZero();
        }
    }
}
