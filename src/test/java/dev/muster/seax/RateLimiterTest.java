package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

    @Test
    void spaces_requests_evenly() {
        var pace = new RateLimiter(OptionalInt.of(20), nanos::get);

        assertThat(pace.turn()).isEqualTo(Duration.ZERO);
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(50));
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(100));
        nanos.addAndGet(Duration.ofMillis(120).toNanos());
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void a_long_silence_saves_up_nothing() {
        var pace = new RateLimiter(OptionalInt.of(10), nanos::get);
        pace.turn();
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(pace.turn()).isEqualTo(Duration.ZERO);
        assertThat(pace.turn()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void without_a_limit_nobody_waits() {
        var pace = new RateLimiter(OptionalInt.empty(), nanos::get);
        assertThat(pace.turn()).isEqualTo(Duration.ZERO);
        assertThat(pace.turn()).isEqualTo(Duration.ZERO);
    }
}
