package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TallyContradictionsTest {
    private static MessageCounts tally(String numbers) {
        return new MessageCounts(Stream.of(numbers.split(" ", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> Long.valueOf(one[1]), Long::sum, TreeMap::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "total=6 sent=7, SeaX counts 7 sent of 6 total",
        "total=6 sent=5 failed=2, SeaX counts 5 sent and 2 failed of 6 total",
        "total=6 failed=7, SeaX counts 7 failed of 6 total",
        "sent=3 delivered=4, SeaX counts 4 delivered of 3 sent",
        "total=3 delivered=4, SeaX counts 4 delivered of 3 total",
        "delivered=3 read=4, SeaX counts 4 read of 3 delivered",
        "delivered=130 read=120 replied=140, SeaX counts 140 replied of 130 delivered"
    })
    void what_cannot_be_is_said(String numbers, String contradiction) {
        assertThat(tally(numbers).contradictions()).containsExactly(contradiction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "total=200 sent=190 delivered=180 read=120 replied=140 failed=10",
                "read=120 replied=140",
                "total=6 sent=6",
                "sent=6 failed=6",
                "total=0 sent=0 delivered=0 read=0 replied=0 failed=0"
            })
    void what_can_be_is_no_contradiction(String numbers) {
        assertThat(tally(numbers).contradictions()).isEmpty();
    }
}
