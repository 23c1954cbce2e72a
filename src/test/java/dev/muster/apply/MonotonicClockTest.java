package dev.muster.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testing.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonotonicClockTest {
    private static final Instant NINE = Instant.parse("2026-11-30T09:00:00Z");

    private final HandClock wall = new HandClock(NINE);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final MonotonicClock clock = new MonotonicClock(wall, nanos::get);

    @Test
    void goes_with_the_machines_clock() {
        pass(Duration.ofMinutes(5), Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(300));
    }

    @Test
    void goes_on_when_the_machines_clock_is_set_back() {
        pass(Duration.ofMinutes(11), Duration.ofHours(-1));

        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(660));
    }

    @Test
    void believes_the_machines_clock_when_it_was_set_forward_or_the_machine_slept() {
        pass(Duration.ZERO, Duration.ofHours(2));

        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(7_200));
    }

    @Test
    void goes_on_from_the_latest_time_it_showed_however_wrong_it_was_begun() {
        pass(Duration.ZERO, Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(3_600));

        pass(Duration.ofMinutes(12), Duration.ofMinutes(12).minusHours(1));

        assertThat(clock.instant()).isEqualTo(NINE.plusSeconds(3_600 + 720));
    }

    private void pass(Duration real, Duration shown) {
        nanos.addAndGet(real.toNanos());
        wall.advance(shown);
    }
}
