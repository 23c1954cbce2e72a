package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.diagnostic.Place;
import dev.muster.model.MessageCounts;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WaveFiguresTest {
    /** Shares as the YAML has them, of which some are no binary fraction. */
    @ParameterizedTest
    @CsvSource({"0, 1000, 0", "7, 1000, 0.7", "20, 1000, 2", "29, 1000, 2.9", "57, 1000, 5.7", "3, 3, 100"})
    void as_many_failures_as_the_gate_allows_open_it_and_one_more_does_not(long failed, long of, String percent) {
        var share = OptionalDouble.of(Double.parseDouble(percent) / 100);

        assertThat(figures(failed, of).atMost("failed", share)).isEmpty();
        assertThat(figures(failed + 1, of).atMost("failed", share)).hasSize(1);
        assertThat(figures(failed, of).atLeast("failed", share)).isEmpty();
        assertThat(figures(failed - 1, of).atLeast("failed", share)).hasSizeLessThanOrEqualTo(1);
    }

    private static WaveFigures figures(long failed, long messages) {
        var tally = MessageCounts.of(Map.of("total_contacts", messages, "failed", Math.max(0, failed)));
        return new WaveFigures(1, tally, messages, Place.NOWHERE);
    }
}
