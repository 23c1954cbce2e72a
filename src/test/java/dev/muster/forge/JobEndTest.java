package dev.muster.forge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "apply failure code:what sent:false",
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
                "something",
                ""
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
