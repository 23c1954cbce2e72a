package dev.muster.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.AudienceSketch;
import dev.muster.audience.ContactIndex;
import dev.muster.audience.Funnel;
import dev.muster.audience.MessagedPeople;
import dev.muster.audience.Roster;
import dev.muster.lock.LockEntry;
import dev.muster.lock.OutcomeComparison;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.LabelId;
import dev.muster.testing.LogRows;
import dev.muster.testing.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutcomeComparerTest {
    private static final Instant AT = Instant.parse("2026-12-02T00:00:00Z");
    private static final LabelId WANTED = new LabelId("wanted");
    private static final KeyedHash HASH = text -> new Random(text.hashCode() * 0x9e3779b97f4a7c15L).nextLong();

    private final LockEntry entry = Records.confirmed("sale/1");

    private static Contact contact(int i, LabelId... labels) {
        return new Contact(
                new ContactId("k" + i), "Ada " + i, Optional.empty(), Optional.of(number(i)), Set.of(labels), Map.of());
    }

    private static String number(int i) {
        return "+1555" + (1_000_000 + i);
    }

    private static Delivery to(int i) {
        return LogRows.to(LogRows.delivered("log_" + i), Optional.of(new ContactId("k" + i)), number(i));
    }

    private static Roster roster(ContactIndex index) {
        return Funnel.of(new Audience<>(List.of(), List.of(WANTED), List.of(), List.of()), LabelId::value, index)
                .roster();
    }

    private static CurrentLabels today(Optional<Roster> audience) {
        return new CurrentLabels(LabelId::value, audience, label -> OptionalInt.empty());
    }

    private OutcomeComparison compare(MessagedPeople messaged, CurrentLabels today, List<Delivery> rows) {
        var against = new OutcomeComparer(entry, messaged);
        rows.forEach(against::take);
        return against.compare(today, AT);
    }

    /** Against sets of plain numbers, for audiences that are kept whole. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void counts_what_set_algebra_counts(long seed) {
        var random = new Random(seed);
        var approved = new HashSet<Integer>();
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < 500; i++) {
            boolean wanted = random.nextInt(3) > 0;
            contacts.add(wanted ? contact(i, WANTED) : contact(i));
            if (wanted) {
                approved.add(i);
            }
        }
        var index = ContactIndex.of(contacts);
        var messaged = new HashSet<Integer>();
        var rows = new ArrayList<Delivery>();
        for (int i = 0; i < 400; i++) {
            int person = random.nextInt(500);
            rows.add(LogRows.in(random.nextInt(9) == 0 ? "failed" : "sent", "log_" + i));
            rows.set(i, LogRows.to(rows.get(i), Optional.of(new ContactId("k" + person)), number(person)));
            messaged.add(person);
        }

        var people = new MessagedPeople(Optional.of(index), Optional.of(AudienceSketch.of(roster(index), HASH)), HASH);
        var found = compare(people, today(Optional.of(roster(index))), rows);

        var missing = new HashSet<>(approved);
        missing.removeAll(messaged);
        var strangers = new HashSet<>(messaged);
        strangers.removeAll(approved);
        assertThat(found.missing()).hasValue(missing.size());
        assertThat(found.unexpected()).hasValue(strangers.size());
        assertThat(people.repeats()).isEqualTo(400 - messaged.size());
        assertThat(found.received() + found.failed()).isEqualTo(400);
    }

    @Test
    void of_a_very_large_audience_missing_and_unexpected_are_estimates_and_said_to_be() {
        int people = 150_000;
        var contacts =
                IntStream.range(0, people).mapToObj(i -> contact(i, WANTED)).toList();
        var index = ContactIndex.of(contacts);
        var messaged =
                new MessagedPeople(Optional.of(index), Optional.of(AudienceSketch.of(roster(index), HASH)), HASH);
        var rows = IntStream.range(6_000, people + 3_000)
                .mapToObj(OutcomeComparerTest::to)
                .toList();

        var found = compare(messaged, today(Optional.empty()), rows);

        assertThat(found.missing().orElseThrow()).isCloseTo(6_000, Percentage.withPercentage(10));
        assertThat(found.unexpected().orElseThrow()).isCloseTo(3_000, Percentage.withPercentage(10));
        assertThat(found.remarks()).anyMatch(remark -> remark.contains("estimates"));
        assertThat(found.dangers()).anyMatch(danger -> danger.startsWith("about "));
    }

    @Test
    void whoever_joined_the_audience_meanwhile_is_no_danger_and_a_stranger_is() {
        var before = ContactIndex.of(List.of(contact(1, WANTED), contact(2), contact(3)));
        var now = ContactIndex.of(List.of(contact(1, WANTED), contact(2, WANTED), contact(3)));
        var messaged = new MessagedPeople(Optional.of(now), Optional.of(AudienceSketch.of(roster(before), HASH)), HASH);

        var found = compare(messaged, today(Optional.of(roster(now))), List.of(to(1), to(2), to(3)));

        assertThat(found.unexpected()).hasValue(2);
        assertThat(found.remarks()).contains("1 person joined the audience after the approval and was messaged");
        assertThat(found.dangers())
                .contains("1 person was messaged who was not approved and whom the audience does not have by today's"
                        + " labels either");
    }

    @Test
    void where_nothing_is_known_but_totals_only_these_are_told() {
        int planned = entry.attempt().audience().messages();
        var rows = IntStream.rangeClosed(1, planned + 2)
                .mapToObj(OutcomeComparerTest::to)
                .toList();

        var found =
                compare(new MessagedPeople(Optional.empty(), Optional.empty(), HASH), today(Optional.empty()), rows);

        assertThat(found.unexpected()).hasValue(2);
        assertThat(found.missing()).isEmpty();
        assertThat(found.excluded()).isEmpty();
        assertThat(found.dangers())
                .contains(String.format(
                        java.util.Locale.ROOT, "SeaX logged %,d messages, approved were %,d", planned + 2, planned));
        assertThat(found.remarks())
                .anyMatch(remark -> remark.contains("the least that they can be"))
                .anyMatch(remark -> remark.contains("this API does not show labels"));
    }

    @Test
    void a_status_that_nobody_knows_and_rows_of_nobody_are_told() {
        var nobody = LogRows.to(LogRows.in("teleported", "log_9"), Optional.empty(), "");
        var found = compare(
                new MessagedPeople(Optional.empty(), Optional.empty(), HASH),
                today(Optional.empty()),
                List.of(nobody, LogRows.to(LogRows.in("queued", "log_8"), Optional.empty(), number(8))));
        assertThat(found.received()).isZero();
        assertThat(found.remarks())
                .contains(
                        "1 message in a status that Muster does not know",
                        "1 message neither sent nor failed yet",
                        "1 message of nobody: the log names neither contact nor number");
    }

    @Test
    void nothing_that_is_kept_names_anybody() {
        var index = ContactIndex.of(List.of(contact(1, WANTED), contact(2)));
        var messaged =
                new MessagedPeople(Optional.of(index), Optional.of(AudienceSketch.of(roster(index), HASH)), HASH);
        var found = compare(messaged, today(Optional.of(roster(index))), List.of(to(1), to(2)));
        assertThat(found.toString()).doesNotContain("Ada", "555", "k1", "k2");
    }
}
