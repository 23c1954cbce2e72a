package dev.muster.diff;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.abandoned;
import static dev.muster.testing.Records.campaign;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Records.lock;
import static dev.muster.testing.Records.notSent;
import static dev.muster.testing.Records.part;
import static dev.muster.testing.Records.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DifferTest {
    private static final Campaign SALE = campaign("sale/1");
    private static final Campaign SALE_EDITED = campaign("sale/1", "40% off all items");
    private static final Campaign SALE_AGAIN = campaign("sale/2");

    @Test
    void without_a_record_everything_is_added() {
        assertThat(Differ.diff(List.of(SALE), Optional.empty())).containsExactly(new Change.Added(SALE));
    }

    @Test
    void what_was_sent_as_defined_is_unchanged() {
        assertThat(diff(SALE, confirmed("sale/1"))).containsExactly(new Change.Unchanged(SALE, confirmed("sale/1")));
    }

    @Test
    void an_edit_after_the_send_names_the_parts() {
        assertThat(diff(SALE_EDITED, confirmed("sale/1")))
                .containsExactly(new Change.Edited(SALE_EDITED, confirmed("sale/1"), List.of("message")));
    }

    @Test
    void what_is_no_longer_defined_is_removed_and_only_its_newest_generation_shows() {
        assertThat(Differ.diff(List.of(), Optional.of(lock(confirmed("sale/1"), confirmed("sale/2")))))
                .containsExactly(new Change.Removed(confirmed("sale/2")));
    }

    @Test
    void a_raised_generation_is_added() {
        assertThat(diff(SALE_AGAIN, confirmed("sale/1"))).containsExactly(new Change.Added(SALE_AGAIN));
    }

    @Test
    void a_raised_generation_waits_while_an_older_one_is_open() {
        assertThat(diff(SALE_AGAIN, intent("sale/1")))
                .containsExactly(new Change.Interrupted(Optional.of(SALE_AGAIN), intent("sale/1")));
        assertThat(diff(SALE_AGAIN, inDoubt("sale/1")))
                .containsExactly(new Change.Interrupted(Optional.of(SALE_AGAIN), inDoubt("sale/1")));
    }

    @Test
    void an_open_entry_shows_also_when_nothing_is_defined() {
        assertThat(Differ.diff(List.of(), Optional.of(lock(inDoubt("sale/1"), confirmed("sale/2")))))
                .containsExactly(new Change.Interrupted(Optional.empty(), inDoubt("sale/1")));
    }

    @Test
    void a_lowered_generation_never_asks_for_a_send() {
        var lowered = campaign("sale/2");
        assertThat(diff(lowered, confirmed("sale/3")))
                .containsExactly(new Change.Edited(lowered, confirmed("sale/3"), List.of("generation")));
        assertThat(diff(lowered, rejected("sale/2"), confirmed("sale/3")))
                .containsExactly(new Change.Edited(lowered, confirmed("sale/3"), List.of("generation")));
        assertThat(diff(lowered, abandoned("sale/3")))
                .containsExactly(new Change.GivenUp(lowered, abandoned("sale/3")));
    }

    @Test
    void a_lowered_generation_that_was_sent_is_compared_with_its_own_send() {
        assertThat(diff(SALE, confirmed("sale/1"), confirmed("sale/2")))
                .containsExactly(new Change.Unchanged(SALE, confirmed("sale/1")));
    }

    @Test
    void a_rejected_later_generation_decides_nothing() {
        assertThat(diff(SALE_AGAIN, confirmed("sale/1"), rejected("sale/3")))
                .containsExactly(new Change.Added(SALE_AGAIN));
    }

    @Test
    void what_was_refused_says_whether_it_was_edited_since() {
        assertThat(diff(SALE, rejected("sale/1"))).containsExactly(new Change.Refused(SALE, rejected("sale/1"), false));
        assertThat(diff(SALE_EDITED, rejected("sale/1")))
                .containsExactly(new Change.Refused(SALE_EDITED, rejected("sale/1"), true));
    }

    @Test
    void what_was_given_up_stays_given_up_also_when_edited() {
        assertThat(diff(SALE_EDITED, abandoned("sale/1")))
                .containsExactly(new Change.GivenUp(SALE_EDITED, abandoned("sale/1")));
    }

    @Test
    void what_was_not_sent_stays_so_unless_a_later_generation_was_sent() {
        assertThat(diff(SALE_EDITED, notSent("sale/1")))
                .containsExactly(new Change.GivenUp(SALE_EDITED, notSent("sale/1")));
        assertThat(diff(SALE, notSent("sale/1"), rejected("sale/2")))
                .containsExactly(new Change.GivenUp(SALE, notSent("sale/1")));
        assertThat(diff(SALE, notSent("sale/1"), confirmed("sale/2")))
                .containsExactly(new Change.Edited(SALE, confirmed("sale/2"), List.of("generation")));
        assertThat(diff(SALE_AGAIN, notSent("sale/1"))).containsExactly(new Change.Added(SALE_AGAIN));
    }

    @Test
    void while_parts_are_left_a_campaign_is_partial() {
        var sent = confirmed(part("sale/1#01", 3));
        var givenUp = part("sale/1#02", 3).abandon(false, "nobody knows", AT, "dana");

        assertThat(diff(SALE, sent, givenUp)).containsExactly(new Change.Partial(SALE, List.of(sent, givenUp)));
        assertThat(diff(SALE_EDITED, sent, givenUp))
                .containsExactly(new Change.Edited(SALE_EDITED, sent, List.of("message")));
    }

    @Test
    void when_every_part_is_recorded_a_campaign_is_unchanged() {
        var last = confirmed(part("sale/1#02", 2));

        assertThat(diff(SALE, confirmed(part("sale/1#01", 2)), last)).containsExactly(new Change.Unchanged(SALE, last));
    }

    @Test
    void a_part_in_doubt_interrupts_the_campaign_and_a_refused_one_may_be_tried_again() {
        var doubt = part("sale/1#02", 2).doubt("no answer", AT, "run-7");
        var refused = part("sale/1#02", 2).reject("401", Optional.of(AT), AT, "run-7");

        assertThat(diff(SALE, confirmed(part("sale/1#01", 2)), doubt))
                .containsExactly(new Change.Interrupted(Optional.of(SALE), doubt));
        assertThat(diff(SALE, confirmed(part("sale/1#01", 2)), refused))
                .containsExactly(new Change.Refused(SALE, refused, false));
    }

    @Test
    void a_raised_generation_is_added_and_a_lowered_one_never_asks_for_a_send() {
        var sent = confirmed(part("sale/2#01", 1));

        assertThat(diff(campaign("sale/3"), sent)).containsExactly(new Change.Added(campaign("sale/3")));
        assertThat(diff(SALE, sent)).containsExactly(new Change.Edited(SALE, sent, List.of("generation")));
    }

    @Test
    void two_definitions_of_one_key_are_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> Differ.diff(List.of(SALE, SALE_AGAIN), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sale");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_recorded_the_changes_keep_their_promises(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var campaigns = campaigns(random);
            var entries = entries(random);
            var changes = Differ.diff(campaigns, Optional.of(lock(entries.toArray(LockEntry[]::new))));

            assertSortedAndComplete(changes, campaigns, entries);
            changes.stream()
                    .filter(change -> change instanceof Change.Added || change instanceof Change.Refused)
                    .forEach(change -> assertNothingWasSent(change, entries));
            Collections.shuffle(campaigns, random);
            assertThat(Differ.diff(campaigns, Optional.of(lock(entries.toArray(LockEntry[]::new)))))
                    .isEqualTo(changes);
        }
    }

    private static void assertSortedAndComplete(
            List<Change> changes, List<Campaign> campaigns, List<LockEntry> entries) {
        var keys = new java.util.TreeSet<>(campaigns.stream().map(Campaign::key).toList());
        entries.forEach(entry -> keys.add(entry.identity().key()));
        assertThat(changes.stream().map(Change::key).distinct()).containsExactlyElementsOf(keys);
        assertThat(changes.stream().filter(Change.Interrupted.class::isInstance))
                .hasSize((int) entries.stream().filter(LockEntry::isOpen).count());
    }

    /** Sendable: nothing of the key is open, and nothing of this or a later generation was sent or given up. */
    private static void assertNothingWasSent(Change change, List<LockEntry> entries) {
        var campaign = change instanceof Change.Added added ? added.campaign() : ((Change.Refused) change).campaign();
        assertThat(entries)
                .filteredOn(entry -> entry.identity().key().equals(campaign.key()))
                .noneMatch(LockEntry::isOpen)
                .filteredOn(entry -> entry.identity().compareTo(campaign.identity()) >= 0)
                .allMatch(LockEntry.Rejected.class::isInstance);
    }

    private static List<Campaign> campaigns(Random random) {
        var campaigns = new ArrayList<Campaign>();
        for (var key : List.of("a", "b", "c")) {
            if (random.nextInt(4) > 0) {
                campaigns.add(campaign(key + "/" + (1 + random.nextInt(4)), random.nextBoolean() ? "text" : "other"));
            }
        }
        return campaigns;
    }

    private static List<LockEntry> entries(Random random) {
        return IntStream.range(0, 12)
                .filter(number -> random.nextInt(3) == 0)
                .mapToObj(number -> entry(random, "abc".charAt(number / 4) + "/" + (1 + number % 4)))
                .toList();
    }

    private static LockEntry entry(Random random, String identity) {
        return switch (random.nextInt(7)) {
            case 0 -> intent(identity);
            case 1 -> inDoubt(identity);
            case 2 -> rejected(identity);
            case 3 -> abandoned(identity);
            case 4 -> notSent(identity);
            default -> confirmed(identity);
        };
    }

    private static List<Change> diff(Campaign campaign, LockEntry... entries) {
        return Differ.diff(List.of(campaign), Optional.of(lock(entries)));
    }
}
