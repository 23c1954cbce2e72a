package dev.muster.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.RemoteId;
import dev.muster.testing.LogRows;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstPartLogTest {
    @Test
    void one_in_five_that_fails_for_a_fault_of_the_template_is_not_enough() {
        assertThat(objection(20, 132_000)).isEmpty();
    }

    @Test
    void more_than_one_in_five_keeps_the_rest_back_and_says_why() {
        assertThat(objection(21, 132_000).orElseThrow())
                .startsWith("21 of 100 messages of the first part failed with 132000 (")
                .endsWith("which would fail for everybody");
    }

    @Test
    void what_fails_for_one_person_says_nothing_of_the_others() {
        assertThat(objection(90, 131_026)).isEmpty();
    }

    @Test
    void a_log_without_rows_says_nothing() {
        assertThat(FirstPartLog.objection((id, from, known, rows) -> {}, new RemoteId("c1")))
                .isEmpty();
    }

    private static Optional<String> objection(int failed, int code) {
        var log = Stream.concat(
                IntStream.range(0, failed).mapToObj(row -> LogRows.failed("f" + row, code)),
                IntStream.range(failed, 100).mapToObj(row -> LogRows.delivered("d" + row)));
        return FirstPartLog.objection((id, from, known, rows) -> log.forEach(rows), new RemoteId("c1"));
    }
}
