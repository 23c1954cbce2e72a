package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadRetryPolicyTest {
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void an_answer_is_an_answer() {
        for (int status : new int[] {200, 201, 301, 400, 401, 404, 422}) {
            assertThat(tries(answered(status, "", null), answered(200, "", null)))
                    .isEqualTo(1);
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatever_may_pass_is_tried_three_times_with_growing_pauses() {
        assertThat(tries(answered(503, "", null), silent(), cut(), answered(200, "", null)))
                .isEqualTo(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void the_wait_that_seax_names_is_kept() {
        assertThat(tries(answered(429, "{\"retry_after\":30}", "20"), answered(200, "", null)))
                .isEqualTo(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void nobody_is_kept_waiting_for_longer_than_a_minute() {
        assertThat(tries(answered(429, "{\"retry_after\":61}", null), answered(200, "", null)))
                .isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void an_interrupted_pause_ends_the_read() {
        var retry = new ReadRetryPolicy(
                duration -> {
                    throw new InterruptedException();
                },
                new Random(1));
        assertThatThrownBy(() -> retry.run(ReadRetryPolicyTest::silent)).isInstanceOf(EnvironmentException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** How many of these results were asked for. */
    private int tries(ReadResult... results) {
        Iterator<ReadResult> next = List.of(results).iterator();
        var asked = new ArrayList<ReadResult>();
        new ReadRetryPolicy(pauses::add, new Random(1)).run(() -> {
            asked.add(next.next());
            return asked.get(asked.size() - 1);
        });
        return asked.size();
    }

    private static ReadResult silent() {
        return new ReadResult.Silent("reset", false, false);
    }

    private static ReadResult cut() {
        return new ReadResult.Answered(new HttpReply(200, new TreeMap<>(), new byte[0], HttpReply.End.CUT));
    }

    private static ReadResult answered(int status, String body, @org.jspecify.annotations.Nullable String retryAfter) {
        var headers = new TreeMap<String, String>();
        if (retryAfter != null) {
            headers.put("retry-after", retryAfter);
        }
        return new ReadResult.Answered(
                new HttpReply(status, headers, body.getBytes(StandardCharsets.UTF_8), HttpReply.End.WHOLE));
    }
}
