package dev.muster.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.SuppressionRecord;
import dev.muster.model.Label;
import dev.muster.model.LabelName;
import dev.muster.testing.Records;
import dev.muster.testing.Samples;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShrinkageTest {
    @ParameterizedTest
    @CsvSource({
        "10, 1, true",
        "10, 4, true",
        "10, 5, false",
        "1, 0, true",
        "0, 0, false",
        "5, 9, false",
        "50, 40, false",
        "50, 39, true",
        "100, 80, false",
        "100, 79, true",
        "2000000000, 999999999, true",
        "2000000000, 1700000000, false"
    })
    void more_than_half_or_more_than_ten_and_a_fifth_is_a_strong_shrink(int was, int is, boolean isStrong) {
        var then = new SuppressionRecord(Samples.label(9), OptionalInt.of(was), Records.AT);
        var now = new Label(Samples.label(9), new LabelName("DNC"), true, OptionalInt.of(is));

        assertThat(Shrinkage.since(then, now).isPresent()).isEqualTo(isStrong);
    }
}
