package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole table of bodies and headers is in {@link ClassifierTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RetryHintTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "7", "{}", "{\"retry_after\":null}"})
    void a_body_may_name_no_wait(String body) {
        assertThat(RetryHint.in(body, Map.of())).isEmpty();
        assertThat(RetryHint.in(body, Map.of("retry-after", " 7 "))).contains(Duration.ofSeconds(7));
    }

    @Test
    void the_larger_wait_wins() {
        assertThat(RetryHint.in("{\"retry_after\":30}", Map.of("retry-after", "20")))
                .contains(Duration.ofSeconds(30));
        assertThat(RetryHint.in("{\"retry_after\":20}", Map.of("retry-after", "30")))
                .contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 30 Nov 2026 09:01:00 GMT', 60",
        "'Mon, 30 Nov 2026 09:00:01 GMT', 1",
        "'Mon, 30 Nov 2026 09:15:00 GMT', 900",
        "'Mon, 30 Nov 2026 09:15:01 GMT', 901",
        "'Mon, 07 Dec 2026 09:00:00 GMT', 604800",
        "'Mon, 07 Dec 2026 09:00:01 GMT', 900",
        "'Tue, 30 Nov 2027 09:00:00 GMT', 900",
        "'Mon, 30 Nov 2026 09:00:00 GMT', 1",
        "'Mon, 30 Nov 2026 08:00:00 GMT', 1",
        "'Sun, 1 Nov 2026 08:00:00 GMT', 1",
        "'Monday, 30-Nov-26 09:02:00 GMT', 120",
        "'Mon Nov 30 09:03:00 2026', 180",
        "'Sun Nov  1 09:03:00 2026', 1",
        "' Mon, 30 Nov 2026 09:01:00 GMT ', 60",
        "'Tue, 30 Nov 2026 09:01:00 GMT', 900",
        "'2026-11-30T09:01:00Z', 900",
        "soon, 900",
        "-5, 900",
        "'', 900",
        "0, 1",
        "0.5, 1",
        "86400, 86400",
        "604800, 604800",
        "604801, 900",
        "1e9, 900",
        "999999999999999999999, 900"
    })
    void a_header_is_seconds_or_a_date_by_the_clock_of_the_server(String header, long seconds) {
        var headers = Map.of("retry-after", header, "date", "Mon, 30 Nov 2026 09:00:00 GMT");
        assertThat(RetryHint.in("", headers)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "60"})
    void a_date_is_the_longest_wait_where_the_server_does_not_say_what_time_it_is(String date) {
        var headers = Map.of("retry-after", "Mon, 30 Nov 2026 09:01:00 GMT", "date", date);
        assertThat(RetryHint.in("", headers)).contains(RetryHint.UNUSABLE);
    }
}
