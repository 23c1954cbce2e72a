package dev.muster.forge;

import static dev.muster.testing.ForgeServer.OURS;
import static dev.muster.testing.ForgeServer.REQUEST;
import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.forge.CommentWriter.Result;
import dev.muster.forge.ForgeException.Kind;
import dev.muster.testing.ForgeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every forge: the newest plan is the one that the comment shows, and what needs a person is told, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeContract {
    static final String PLAN = "<!-- muster:{\"v\":1,\"command\":\"plan\",\"workspace\":\"office\"} -->";
    static final String APPLY = PLAN.replace("plan", "apply");
    static final String ALARM = "<!-- muster:{\"v\":1,\"alarm\":true} -->";
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    static final String DOUBT = "apply failure code:6 sent:true";

    private final List<Long> waited = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    ForgeServer server;
    Forge forge;

    abstract ForgeServer serve();

    abstract Forge connect(String token);

    abstract void disconnect();

    @BeforeEach
    void open() {
        server = serve();
        forge = connect(TOKEN);
    }

    @AfterEach
    void close() {
        disconnect();
        server.close();
        assertThat(told).noneMatch(line -> line.contains(TOKEN));
    }

    static String run(long id, long attempt) {
        return "<!-- muster:run {\"id\":" + id + ",\"attempt\":" + attempt + "} -->";
    }

    private static PipelineRun ours() {
        return new PipelineRun(50, 2, Optional.of("https://forge.example/runs/50"), Optional.of(COMMIT), false);
    }

    private ForgeRetry retry() {
        return new ForgeRetry(wait -> waited.add(wait.toSeconds()), told::add);
    }

    private Result comment(String text) {
        return new CommentWriter(forge, ours(), retry())
                .write(REQUEST, RequestComment.of(text).orElseThrow());
    }

    private Result comment() {
        return comment(PLAN + "\n## Muster plan\n");
    }

    private AlarmWriter.Result alarm(PipelineRun run, String ended, ResultFile... files) {
        return new AlarmWriter(forge, run, retry(), told::add)
                .write(new JobResults(
                        "office", ended.lines().map(JobEnd::of).toList(), Set.of(), List.of(), List.of(files)));
    }

    private AlarmWriter.Result alarm() {
        return alarm(ours(), DOUBT, new ResultFile("status.md", () -> "    campaign-1/1  IN_DOUBT\n"));
    }

    private String body() {
        return server.comments().get(server.comments().size() - 1).body();
    }

    private String issueBody() {
        return server.issues().get(server.issues().size() - 1).text().body();
    }

    // --- comments ----------------------------------------------------------------------------------------------------

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

    /** What this forge answers where there is nothing to change. */
    abstract ForgeServer.Refusal missing();

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

    // --- limits and faults -------------------------------------------------------------------------------------------

    @Test
    void what_the_forge_takes_later_is_tried_again_as_late_as_it_says() {
        server.refuse("search", 429, Map.of("Retry-After", "7"), "{}");
        server.refuse("comment", 429, Map.of("retry-after", "9"), "slow down");
        server.refuse("comment", 502, Map.of(), "<html>Bad gateway</html>");
        server.refuse("comment", 503, Map.of("Retry-After", "3"), "");
        server.hangUp("comment");

        comment();

        assertThat(waited).containsExactly(7L, 9L, 8L, 3L, 32L);
        assertThat(server.comments()).hasSize(1);
    }

    @Test
    void a_job_does_not_wait_for_hours_or_for_ever() {
        server.refuse("search", 429, Map.of("Retry-After", "3600"), "{}");
        failsWith(Kind.PASSING, this::comment);
        assertThat(waited).isEmpty();

        IntStream.range(0, 6).forEach(at -> server.refuse("search", 503, Map.of(), "down"));
        failsWith(Kind.PASSING, this::comment);
        assertThat(waited).containsExactly(2L, 4L, 8L, 16L, 32L);

        waited.clear();
        IntStream.range(0, 6).forEach(at -> server.refuse("search", 429, Map.of("Retry-After", "300"), "down"));
        failsWith(Kind.PASSING, this::comment);
        assertThat(waited).containsExactly(300L, 300L);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308, 401, 403, 404, 410, 451})
    void what_will_not_change_is_told_at_once(int status) {
        server.refuse("comment", status, Map.of("Location", "http://127.0.0.1:1/"), "<html>::error::no</html>");

        failsWith(Kind.REFUSED, this::comment);

        assertThat(waited).isEmpty();
        assertThat(server.written()).hasSize(1);
    }

    /** The other host would get the token. */
    @Test
    void a_redirect_is_never_followed() {
        try (var other = serve()) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.refuse("search", status, Map.of("Location", other.url() + "/graphql"), "");
                assertThat(failsWith(Kind.REFUSED, this::comment)).contains("never followed");
            }
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void an_answer_that_is_no_json_is_no_list() {
        for (var body : List.of("<html>Sign in</html>", "", "[]]", "\u0000", "7", "null", "{\"errors\":[]}")) {
            server.refuse("search", 200, Map.of("Content-Type", "text/html"), body);
            failsWith(Kind.REFUSED, this::comment);
        }
        assertThat(server.written()).isEmpty();
    }

    @Test
    void what_the_forge_says_is_shown_as_one_harmless_line_without_the_token() {
        server.refuse("comment", 403, Map.of(), "{\"message\":\"no\\n::error::" + TOKEN + "\\u001b[2J\\u202e\"}");

        assertThat(failsWith(Kind.REFUSED, this::comment))
                .contains(" answered 403: no ", "[token]")
                .doesNotContain("\n", " ::error", TOKEN, "\u001b", "\u202e");
    }

    @Test
    void another_token_is_told_so() {
        disconnect();
        forge = connect("another");

        assertThat(failsWith(Kind.REFUSED, this::comment)).contains("the token is not valid");
        assertThat(server.comments()).isEmpty();
    }

    // --- alarms ------------------------------------------------------------------------------------------------------

    @Test
    void an_alarm_opens_one_issue_and_the_next_one_adds_to_it() {
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.OPENED);
        assertThat(alarm()).isEqualTo(AlarmWriter.Result.REPEATED);
        assertThat(alarm(new PipelineRun(51, 1, Optional.empty(), Optional.empty(), false), DOUBT))
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

    private static PipelineRun night(long id) {
        return new PipelineRun(id, 1, Optional.empty(), Optional.empty(), true);
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
        server.issue("6", "stranger", ALARM, "Muster needs a person");
        server.issue("8", OURS, "Muster needs a person");

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

    private static String failsWith(Kind kind, Runnable what) {
        var problem = assertThatExceptionOfType(ForgeException.class).isThrownBy(what::run);
        problem.satisfies(e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
        return String.valueOf(problem.actual().getMessage());
    }
}
