package dev.muster.forge;

import static dev.muster.testing.ForgeServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.forge.ForgeException.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a forge refuses, limits, loses or says amiss. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ForgeLimitContract extends ForgeCommentContract {
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
}
