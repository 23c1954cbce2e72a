package dev.muster.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A doubt is always told, and nothing else is an alarm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JobEndTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply failure code:6 sent:true",
                "apply failure code:6 sent:false",
                "apply failed code:6",
                "apply failure code:5 sent:true",
                "apply failure code:70 sent:false",
                "apply cancelled code:130 sent:true",
                "apply cancelled code:6 sent:false",
                "apply failure code:1 sent:true",
                "apply failure code:1 sent:unknown",
                "apply failure code:137 sent:unknown",
                "apply cancelled code:143 sent:false",
                "apply failure code:99 sent:false",
                "apply-shop failure code:5",
                "status failure code:6",
                "status failure code:5",
                "plan failure code:6",
                "plan failure code:70"
            })
    void what_needs_a_person_raises_an_alarm(String ended) {
        assertThat(JobEnd.of(ended).needsPerson(false, true)).isTrue();
        assertThat(JobEnd.of(ended).needsPerson(true, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apply failure code: sent:", // a reviewer said no: it was never begun
                "apply skipped code: sent:",
                "apply success code:0 sent:true",
                "apply success code:2 sent:false",
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
                "status failure code:64"
            })
    void what_does_not_need_one_raises_none(String ended) {
        assertThat(JobEnd.of(ended).needsPerson(false, true)).isFalse();
    }

    /** A lock that was put back, a policy that is broken on main, a key that has run out: at night nobody sees a red run. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan failure code:1",
                "plan failure code:3",
                "plan failure code:64",
                "plan failure code:137",
                "plan failed code:",
                "status failure code:1",
                "apply failure code:1 sent:false",
                "apply failure code:64 sent:false"
            })
    void what_fails_where_nobody_watches_raises_one(String ended) {
        assertThat(JobEnd.of(ended).needsPerson(false, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan success code:0",
                "plan success code:2",
                "plan cancelled code:130",
                "plan skipped code:",
                "status skipped",
                "apply failure code: sent:",
                "apply failure code:3 sent:false",
                "apply failure code:4 sent:false"
            })
    void what_is_as_it_should_be_raises_none_at_night_either(String ended) {
        assertThat(JobEnd.of(ended).needsPerson(false, false)).isFalse();
    }

    /** Every exit code that a command ends with, and what ci.md says of it: {@code always}, {@code unwatched} or {@code never}. */
    @ParameterizedTest
    @CsvSource({
        "plan,   never 0 2, unwatched 1 3 64 130 137, always 5 6 70",
        "apply,  never 0 2 3 4, unwatched 64, always 1 5 6 70 130 137",
        "apply sent:false, never 0 2 3 4 130, unwatched 1 64, always 5 6 70 137",
        "status, never 0, unwatched 1 64 130 137, always 3 5 6 70"
    })
    void every_exit_code_is_told_to_whom_the_page_says(String job, String never, String unwatched, String always) {
        codes(never, end -> assertThat(told(job, end)).as(end).isEqualTo("never"));
        codes(unwatched, end -> assertThat(told(job, end)).as(end).isEqualTo("unwatched"));
        codes(always, end -> assertThat(told(job, end)).as(end).isEqualTo("always"));
    }

    private static void codes(String row, Consumer<String> check) {
        Arrays.stream(row.split(" ")).skip(1).forEach(check);
    }

    private static String told(String job, String code) {
        var end = JobEnd.of(job + (code.equals("0") ? " success" : " failure") + " code:" + code);
        if (end.needsPerson(true, true)) {
            return "always";
        }
        return end.needsPerson(true, false) ? "unwatched" : "never";
    }

    /** People were messaged, and nobody could look what became of it. */
    @Test
    void a_status_that_could_not_look_after_a_send_is_told_whoever_watches() {
        for (var sent : List.of("apply success code:0 sent:true", "apply success code:0", "apply failure code:1")) {
            for (var look : List.of("status failure code:1", "status failure code:64", "status failure code:")) {
                assertThat(reasons(sent, look)).as(sent + ", " + look).contains(JobEnd.of(look));
            }
            assertThat(reasons(sent, "status success code:0")).doesNotContain(JobEnd.of("status success code:0"));
        }
        for (var unsent : List.of(
                "apply skipped code: sent:",
                "apply success code:0 sent:false",
                "apply failure code:4 sent:",
                "apply failure code:3 sent:false",
                "apply failure code: sent:")) {
            assertThat(reasons(unsent, "status failure code:1")).as(unsent).isEmpty();
        }
    }

    private static List<JobEnd> reasons(String... ended) {
        return new JobResults("", Arrays.stream(ended).map(JobEnd::of).toList(), Set.of(), List.of(), List.of())
                .reasons(true);
    }

    /** A slip is never an end that needs nobody. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "apply faliure cod:6, \"faliure\"",
                "apply failure exit:6, \"exit:6\"",
                "apply failure code=6, \"code=6\"",
                "apply failure code: 6, \"6\"",
                "apply failure code:06, \"code:06\"",
                "apply failure code:-1, \"code:-1\"",
                "apply failure code:six, \"code:six\"",
                "apply failure CODE:6, \"CODE:6\"",
                "apply Failure code:1, \"Failure\"",
                "apply failure code:1 send:true, \"send:true\"",
                "apply failure code:1 sent:yes, \"sent:yes\"",
                "apply failure code:0 code:6, \"code:6\"",
                "apply failure success, \"success\"",
                "apply failure code:, \"apply failure\"",
                "aply failure code:1 sent:true, \"aply\"",
                "failure code:1 sent:true, \"failure\"",
                "apply, \"apply\"",
                "apply code: sent:, \"apply\"",
                "status code:, \"status\"",
                "``, \"\""
            })
    void a_word_that_is_not_known_is_named_with_the_form(String line, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JobEnd.of(line))
                .withMessageStartingWith(named)
                .withMessageContaining("such as \"apply failure code:6 sent:true\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan success code:0",
                "plan skipped",
                "apply code:6",
                "apply cancelled code: sent:",
                "apply-shop canceled code:130 sent:unknown",
                "apply manual",
                "apply canceling code:",
                "status waiting_for_resource",
                "  status \t failed  code:1  "
            })
    void the_results_of_both_forges_are_known(String line) {
        assertThat(JobEnd.of(line).job()).isNotEmpty();
    }

    @Test
    void a_send_that_was_begun_and_never_heard_of_again_raises_one() {
        for (var ended :
                new String[] {"apply failure code: sent:", "apply cancelled code: sent:false", "apply failed"}) {
            assertThat(JobEnd.of(ended).needsPerson(true, true)).as(ended).isTrue();
            assertThat(JobEnd.of(ended).needsPerson(false, true)).as(ended).isFalse();
        }
        assertThat(JobEnd.of("apply skipped code:").needsPerson(true, true)).isFalse();
    }
}
