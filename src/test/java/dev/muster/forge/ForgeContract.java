package dev.muster.forge;

import static dev.muster.testing.ForgeServer.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.ForgeException.Kind;
import dev.muster.forge.PipelineRun.Words;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What needs a person is told, once, on every forge; and what comments and limits are held to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeContract extends ForgeLimitContract {
    @Test
    void an_alarm_opens_one_issue_and_the_next_one_adds_to_it() {
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(alarm(new PipelineRun(51, 1, Optional.empty(), Optional.empty(), true, Words.GITHUB), DOUBT))
                .isEqualTo(AlarmWriter.Result.ADDED);

        assertThat(issueBody())
                .startsWith(ALARM + "\n" + run(50, 2) + "\n")
                .contains("/runs/50", "- apply: failure, exit code 6", "IN_DOUBT", "muster resolve KEY");
        assertThat(server.issues()).hasSize(1);
        assertThat(server.issues().get(0).comments()).hasSize(1);
    }

    @Test
    void a_look_that_finds_the_same_again_is_told_once_and_a_changed_one_again() {
        var status = "status failure code:6";
        alarm(night(60), status, found("a/1  IN_DOUBT"));

        assertThat(alarm(night(61), status, found("a/1  IN_DOUBT"))).isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(alarm(night(62), status, found("a/1  IN_DOUBT\nb/1  IN_DOUBT")))
                .isEqualTo(AlarmWriter.Result.ADDED);
        assertThat(alarm(night(63), status, found("a/1  IN_DOUBT\nb/1  IN_DOUBT\nall is well")))
                .isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(alarm(night(64), DOUBT, found("a/1  IN_DOUBT\nb/1  IN_DOUBT")))
                .as("a send is always told")
                .isEqualTo(AlarmWriter.Result.ADDED);
    }

    /** The same job may be run again by hand in a run that has told something already. */
    @Test
    void another_outcome_of_the_same_run_is_told() {
        alarm(ours(), DOUBT);

        assertThat(alarm(ours(), "apply failure code:5 sent:true")).isEqualTo(AlarmWriter.Result.ADDED);
        assertThat(alarm(ours(), DOUBT)).isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(server.issues().get(0).comments())
                .singleElement()
                .satisfies(added -> assertThat(added.body()).contains("- apply: failure, exit code 5"));
    }

    private static PipelineRun night(long id) {
        return new PipelineRun(id, 1, Optional.empty(), Optional.empty(), false, Words.GITHUB);
    }

    private static ResultFile found(String text) {
        return new ResultFile("status.md", () -> text);
    }

    @Test
    void the_same_run_is_told_once_also_where_the_answer_was_lost() {
        server.loseAnswer("open");

        assertThat(alarm()).isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(server.issues()).hasSize(1);
    }

    @Test
    void a_stranger_takes_no_alarm_with_an_issue_of_the_same_words() {
        server.issue("6", "stranger", ALARM, "Muster: action needed");
        server.issue("8", OURS, "Muster: action needed");

        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
    }

    @Test
    void the_alarm_is_found_among_other_issues() {
        IntStream.range(200, 350).forEach(id -> server.issue(String.valueOf(id), "stranger", "hello"));
        server.issue("7", OURS, ALARM, run(4, 1), "of another night");

        assertThat(alarm()).isEqualTo(AlarmWriter.Result.ADDED);
        assertThat(server.written()).containsExactly("add 7");
    }

    @Test
    void a_search_that_fails_keeps_no_alarm_back() {
        server.refuse("search", 403, Map.of(), "{\"message\":\"Resource not accessible by integration\"}");
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
        assertThat(waited).isEmpty();
        IntStream.range(0, 6).forEach(at -> server.refuse("search", 503, Map.of(), "down"));
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
        assertThat(waited).hasSize(5);
    }

    @Test
    void a_body_that_the_forge_refuses_becomes_a_short_one_with_the_link() {
        server.refuse("open", 422, Map.of(), "{\"message\":\"Validation Failed\"}");

        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
        assertThat(issueBody()).contains("/runs/50").doesNotContain("IN_DOUBT");
    }

    @Test
    void an_alarm_that_cannot_be_raised_is_not_silent() {
        server.refuse("open", 410, Map.of(), "{\"message\":\"Issues are disabled for this repo\"}");

        assertThat(failsWith(Kind.REFUSED, this::alarm)).contains("410: Issues are disabled");
    }
}
