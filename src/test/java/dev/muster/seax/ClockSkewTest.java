package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.http.HttpReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockCheckTest {
    private final ClockSkew skew =
            new ClockSkew(Optional.of(Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC)));

    @Test
    void the_date_of_an_answer_is_held_against_our_clock() {
        skew.note(answer("Mon, 30 Nov 2026 10:00:00 GMT"));

        assertThat(skew.smallest()).contains(Duration.ofHours(1));
    }

    @Test
    void a_slow_or_cached_answer_does_not_hide_a_good_one() {
        skew.note(answer("Mon, 30 Nov 2026 08:00:00 GMT"));
        skew.note(answer("Mon, 30 Nov 2026 08:59:58 GMT"));
        skew.note(answer("Mon, 30 Nov 2026 07:00:00 GMT"));

        assertThat(skew.smallest()).contains(Duration.ofSeconds(-2));
    }

    @Test
    void what_is_no_date_says_nothing() {
        skew.note(answer("yesterday"));
        skew.note(new HttpReply(200, new TreeMap<>(), new byte[0], HttpReply.End.WHOLE));

        assertThat(skew.smallest()).isEmpty();
    }

    @Test
    void a_sandbox_has_its_own_time() {
        var none = new ClockSkew(Optional.empty());

        none.note(answer("Mon, 30 Nov 2026 10:00:00 GMT"));

        assertThat(none.smallest()).isEmpty();
    }

    private static HttpReply answer(String date) {
        var headers = new TreeMap<String, String>();
        headers.put("date", date);
        return new HttpReply(200, headers, new byte[0], HttpReply.End.WHOLE);
    }
}
