package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Pages that are not given in time; nobody waits here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RowLimitTest {
    private static final ReadResult LATE = new ReadResult.Silent("no answer within 60 s", true, true);
    private static final ReadResult RESET = new ReadResult.Silent("reset", true, false);
    private static final ReadResult GIVEN =
            new ReadResult.Answered(new HttpReply(200, new TreeMap<>(), new byte[0], HttpReply.End.WHOLE));

    private final RowLimit limit = new RowLimit();
    private final ReadRetryPolicy retry = new ReadRetryPolicy(pause -> {}, new Random(1));
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void a_large_page_that_is_late_is_asked_for_in_a_hundred_at_once() {
        assertThat(page(rows -> rows > 100, LATE)).isEqualTo(GIVEN);
        assertThat(asked).containsExactly(1000, 100);
    }

    @Test
    void large_pages_that_are_late_twice_are_not_asked_for_again() {
        page(rows -> rows > 100, LATE);
        page(rows -> rows > 100, LATE);
        page(rows -> rows > 100, LATE);
        assertThat(asked).containsExactly(1000, 100, 1000, 100, 100);
    }

    @Test
    void a_server_that_was_late_once_goes_on_with_large_pages() {
        page(rows -> rows > 100, LATE);
        page(rows -> false, LATE);
        assertThat(asked).containsExactly(1000, 100, 1000);
    }

    @Test
    void a_small_page_that_is_late_is_asked_for_three_times() {
        assertThat(page(rows -> true, LATE)).isEqualTo(LATE);
        assertThat(asked).containsExactly(1000, 100, 100, 100);
    }

    @Test
    void a_connection_that_breaks_costs_little_and_is_tried_three_times() {
        page(rows -> rows > 100, RESET);
        page(rows -> rows > 100, RESET);
        assertThat(asked).containsExactly(1000, 1000, 1000, 100, 100);
    }

    private ReadResult page(Predicate<Integer> isTooLarge, ReadResult otherwise) {
        return limit.ask(
                ResourcePath.of("contacts"),
                Map.of("limit", "1000"),
                query -> retry.run(
                        () -> {
                            asked.add(Integer.valueOf(query.getOrDefault("limit", "")));
                            return isTooLarge.test(asked.get(asked.size() - 1)) ? otherwise : GIVEN;
                        },
                        result -> result.isLateAnswer() && RowLimit.isLarge(query)));
    }
}
