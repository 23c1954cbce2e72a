package dev.muster.forge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimitTest {
    private static final String DATE = "Mon, 30 Nov 2026 12:40:00 GMT"; // 1796042400

    private static Optional<Long> seconds(int status, Map<String, String> headers, String text) {
        return new RateLimit(status, headers, text).pause().map(Duration::toSeconds);
    }

    private static Map<String, String> used(String reset, String date) {
        return Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", reset, "date", date);
    }

    @Test
    void a_wait_that_is_named_is_kept() {
        assertThat(seconds(403, Map.of("retry-after", " 7 "), "")).contains(7L);
        assertThat(seconds(429, Map.of("retry-after", "0"), "")).contains(0L);
        assertThat(seconds(503, Map.of("retry-after", "3600"), "")).contains(3600L);
    }

    @Test
    void a_limit_without_a_time_is_a_minute() {
        assertThat(seconds(429, Map.of(), "")).contains(60L);
        assertThat(seconds(429, Map.of("retry-after", "soon"), "")).contains(60L);
        assertThat(seconds(429, Map.of("retry-after", "-1"), "")).contains(60L);
        assertThat(seconds(403, Map.of(), "You have exceeded a secondary rate limit"))
                .contains(60L);
        assertThat(seconds(403, Map.of("x-ratelimit-remaining", "0"), "")).contains(60L);
    }

    /** Whatever the clock of this machine says. */
    @Test
    void a_limit_that_is_used_up_ends_by_the_servers_clock() {
        assertThat(seconds(403, used("1796042490", DATE), "")).contains(90L);
        assertThat(seconds(403, used("1796042000", DATE), "")).contains(1L);
        assertThat(seconds(403, used("1796042490", "yesterday"), "")).contains(60L);
        assertThat(seconds(403, used("99999999999", DATE), ""))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(300));
        assertThat(seconds(403, used("x", DATE), "")).contains(60L);
    }

    @Test
    void anything_else_is_no_limit() {
        assertThat(seconds(403, Map.of(), "Resource not accessible by integration"))
                .isEmpty();
        assertThat(seconds(500, Map.of("retry-after", "7"), "rate limit")).isEmpty();
        assertThat(seconds(404, Map.of("retry-after", "7"), "")).isEmpty();
        assertThat(seconds(401, Map.of("x-ratelimit-remaining", "0"), "")).isEmpty();
    }
}
