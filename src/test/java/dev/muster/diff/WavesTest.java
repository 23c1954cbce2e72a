package dev.muster.diff;

import static dev.muster.testing.Records.abandoned;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.lock;
import static dev.muster.testing.Records.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WavesTest {
    private static final Campaign NEWS = Records.waves("news", 3);

    @Test
    void the_first_wave_is_first_and_the_last_one_stays() {
        assertThat(Waves.current(List.of(NEWS), Optional.empty())).containsExactly(NEWS.inWave(1));
        assertThat(at(confirmed("news/1"))).isEqualTo(2);
        assertThat(at(confirmed("news/1"), confirmed("news/2"), confirmed("news/3")))
                .isEqualTo(3);
    }

    @Test
    void a_wave_that_reached_nobody_never_comes_back() {
        assertThat(at(confirmed("news/1"), confirmed("news/3"))).isEqualTo(3);
    }

    @Test
    void a_wave_whose_outcome_is_open_or_refused_is_still_the_one() {
        assertThat(at(confirmed("news/1"), inDoubt("news/2"))).isEqualTo(2);
        assertThat(at(rejected("news/1"))).isEqualTo(1);
    }

    @Test
    void after_a_wave_that_was_not_sent_comes_the_next_and_after_one_that_was_given_up_none() {
        assertThat(at(inDoubt("news/1").abandon(true, "not sent", Records.AT.plusSeconds(7200), "dana")))
                .isEqualTo(2);
        assertThat(at(abandoned("news/1"))).isEqualTo(1);
    }

    private static int at(LockEntry... entries) {
        return Waves.current(List.of(NEWS), Optional.of(lock(entries)))
                .get(0)
                .identity()
                .generation();
    }
}
