package dev.muster.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeenIdsTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knows_what_a_set_of_the_same_texts_knows(long seed) {
        var random = new Random(seed);
        var ids = new SeenIds();
        var set = new HashSet<String>();
        for (int i = 0; i < 20_000; i++) {
            var id = "log_" + Integer.toHexString(random.nextInt(15_000));
            assertThat(ids.add(id)).isEqualTo(set.add(id));
        }
        assertThat(ids.size()).isEqualTo(set.size());
    }

    @Test
    void ids_that_differ_in_one_place_are_different() {
        var ids = new SeenIds();
        assertThat(IntStream.range(0, 100_000).filter(i -> ids.add("log_" + i)).count())
                .isEqualTo(100_000);
        assertThat(ids.add("")).isTrue();
        assertThat(ids.add("")).isFalse();
    }
}
