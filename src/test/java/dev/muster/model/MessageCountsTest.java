package dev.muster.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessageCountsTest {
    /** The example of the API document, section 4. */
    private static final Map<String, Long> TUTORIAL = Map.of(
            "total_contacts", 850L, "sent", 845L, "failed", 5L, "delivered", 820L, "read", 680L, "replied", 127L);

    @Test
    void the_tutorial_counts_a_message_at_every_step_that_it_reached() {
        assertThat(MessageCounts.of(TUTORIAL).numbers())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "total", 850L, "sent", 845L, "failed", 5L, "delivered", 820L, "read", 680L, "replied", 127L)));
        assertThat(MessageCounts.of(TUTORIAL).contradictions()).isEmpty();
        assertThat(MessageCounts.of(TUTORIAL).isComplete()).isTrue();
    }

    @Test
    void one_number_for_each_state_is_added_up() {
        var states =
                Map.of("total", 850L, "queued", 0L, "sent", 25L, "delivered", 820L, "failed", 3L, "undelivered", 2L);
        assertThat(MessageCounts.of(states).numbers())
                .containsExactlyEntriesOf(
                        new TreeMap<>(Map.of("total", 850L, "sent", 845L, "delivered", 820L, "failed", 5L)));
    }

    @Test
    void a_number_that_is_not_given_is_absent_and_a_negative_one_counts_nothing() {
        assertThat(MessageCounts.of(Map.of("total_contacts", 850L, "sent", -1L)).numbers())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("total", 850L)));
        assertThat(MessageCounts.of(Map.of("total", 1L, "sent", Long.MAX_VALUE, "delivered", 1L))
                        .number("sent"))
                .isEmpty();
        assertThat(MessageCounts.of(Map.of())).isEqualTo(MessageCounts.NONE);
    }

    @Test
    void numbers_that_cannot_be_are_told() {
        var odd = Map.of("total_contacts", 10L, "sent", 12L, "delivered", 5L, "replied", 7L);
        assertThat(MessageCounts.of(odd).contradictions())
                .containsExactly("SeaX counts 12 sent of 10 total", "SeaX counts 7 replied of 5 delivered");
    }
}
