package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.Audience;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Contact;
import dev.muster.model.KeyedHash;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.Sha256;
import dev.muster.testing.Samples;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted with bitmaps against the same counted one by one, over ten thousand random audiences. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RosterPropertyTest {
    private static final int ROUNDS = 2_500;
    private static final KeyedHash HASH =
            text -> Long.parseUnsignedLong(Sha256.of("key" + text).value().substring(7, 23), 16);

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {0, 10_000, 20_000, 30_000})
    void rosters_hold_exactly_those_who_fulfil_the_sentence(long from) {
        for (long seed = from; seed < from + ROUNDS; seed++) {
            var people = new People(seed);
            var audience = people.audience();
            var index = people.index();
            var roster = Funnel.of(audience, LabelId::value, index).roster();
            var reached = reached(people.contacts(), audience);

            assertThat(roster.messages()).as("seed %d", seed).isEqualTo(reached.size());
            assertThat(roster.people())
                    .as("seed %d", seed)
                    .isEqualTo(numbers(reached).size());
            assertThat(index.rowsCarrying(audience.exclude(), roster))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {40_000, 50_000})
    void sketches_count_exactly_who_joined_and_who_left(long from) {
        for (long seed = from; seed < from + ROUNDS / 2; seed++) {
            var people = new People(seed);
            var audience = people.audience();
            var later = people.later();
            var then = numbers(reached(people.contacts(), audience));
            var now = numbers(reached(later, audience));

            var drift = sketch(people.contacts(), audience).to(sketch(later, audience));

            assertThat(drift)
                    .as("seed %d", seed)
                    .isEqualTo(new Drift(then.size(), now.size(), without(now, then), without(then, now), true));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {80_000, 90_000})
    void those_who_opted_out_are_told_apart_from_others_who_left(long from) {
        for (long seed = from; seed < from + ROUNDS / 2; seed++) {
            var people = new People(seed);
            var suppressing = List.of(label("DNC", 1), label("unsubscribed", 2));
            var audience = suppressed(people.audience(), suppressing);
            var later = people.later();
            var left = numbers(reached(people.contacts(), audience));
            left.removeAll(numbers(reached(later, audience)));

            var optedOut = OptedOut.between(
                    sketch(people.contacts(), audience),
                    sketch(later, audience),
                    suppressing,
                    ContactIndex.of(later),
                    HASH);

            assertThat(optedOut.byLabel())
                    .as("seed %d", seed)
                    .isEqualTo(suppressing.stream()
                            .filter(label -> carrying(later, left, List.of(label)) > 0)
                            .collect(Collectors.toMap(
                                    Label::name,
                                    label -> carrying(later, left, List.of(label)),
                                    Integer::sum,
                                    TreeMap::new)));
            assertThat(optedOut.people()).as("seed %d", seed).isEqualTo(carrying(later, left, suppressing));
        }
    }

    private static Label label(String name, int number) {
        return new Label(Samples.label(number), new LabelName(name), false, OptionalInt.empty());
    }

    private static Audience<LabelId> suppressed(Audience<LabelId> audience, List<Label> suppressing) {
        return new Audience<>(
                audience.any(),
                audience.all(),
                suppressing.stream().map(Label::id).toList(),
                audience.excludeContacts());
    }

    private static int carrying(List<Contact> contacts, Set<String> people, List<Label> labels) {
        return (int) contacts.stream()
                .filter(contact -> labels.stream().map(Label::id).anyMatch(contact.labels()::contains))
                .flatMap(contact -> contact.whatsapp().stream())
                .filter(people::contains)
                .distinct()
                .count();
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {60_000, 70_000})
    void pairs_and_messages_per_person_are_those_counted_one_by_one(long from) {
        for (long seed = from; seed < from + ROUNDS / 5; seed++) {
            var people = new People(seed);
            var index = people.index();
            var audiences = List.of(people.audience(), people.audience(), people.audience());
            var rosters = audiences.stream()
                    .map(audience -> Funnel.of(audience, LabelId::value, index).roster())
                    .toList();
            var reached = audiences.stream()
                    .map(audience -> reached(people.contacts(), audience))
                    .toList();
            var planned = new TreeMap<>(java.util.Map.of(identity("a"), rosters.get(0), identity("b"), rosters.get(1)));
            var earlier = List.of(new EarlierSend(identity("c"), Instant.EPOCH, rosters.get(2)));

            assertThat(SharedPairs.of(planned, earlier, Integer.MAX_VALUE).most())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(List.of(
                                    pair("a", "b", false, reached.get(0), reached.get(1)),
                                    pair("a", "c", true, reached.get(0), reached.get(2)),
                                    pair("b", "c", true, reached.get(1), reached.get(2)))
                            .stream()
                            .filter(pair -> pair.people() > 0)
                            .toList());
            assertThat(MessagesPerPerson.of(rosters.subList(0, 2), rosters.subList(2, 3))
                            .people())
                    .as("seed %d", seed)
                    .isEqualTo(histogram(reached));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @ValueSource(longs = {80_000})
    void campaigns_that_share_an_audience_count_as_often_as_they_are(long from) {
        for (long seed = from; seed < from + ROUNDS / 5; seed++) {
            var people = new People(seed);
            var index = people.index();
            var audiences = List.of(people.audience(), people.audience());
            var rosters = audiences.stream()
                    .map(audience -> Funnel.of(audience, LabelId::value, index).roster())
                    .toList();
            var reached = audiences.stream()
                    .map(audience -> reached(people.contacts(), audience))
                    .toList();
            var planned = List.of(rosters.get(0), rosters.get(1), rosters.get(0));
            var campaigns = new HashMap<String, Integer>();
            var messages = new HashMap<String, Integer>();
            for (var some : List.of(reached.get(0), reached.get(1), reached.get(0))) {
                numbers(some).forEach(one -> campaigns.merge(one, 1, Integer::sum));
                some.forEach(one -> messages.merge(number(one), 1, Integer::sum));
            }

            assertThat(Overlap.of(planned))
                    .as("seed %d", seed)
                    .isEqualTo(new Overlap(
                            messages.values().stream().mapToLong(count -> count).sum(), campaigns.size(), (int)
                                    campaigns.values().stream()
                                            .filter(count -> count > 1)
                                            .count()));
            var histogram = new TreeMap<Integer, Integer>();
            messages.values().forEach(count -> histogram.merge(count, 1, Integer::sum));
            assertThat(MessagesPerPerson.of(planned, List.of()).people())
                    .as("seed %d", seed)
                    .isEqualTo(histogram);
        }
    }

    /** Of the third audience, only messages to people of the first two count. */
    private static SortedMap<Integer, Integer> histogram(List<List<Contact>> reached) {
        var messages = new HashMap<String, Integer>();
        reached.subList(0, 2).forEach(some -> some.forEach(one -> messages.merge(number(one), 1, Integer::sum)));
        reached.get(2).forEach(one -> messages.computeIfPresent(number(one), (number, count) -> count + 1));
        var histogram = new TreeMap<Integer, Integer>();
        messages.values().forEach(count -> histogram.merge(count, 1, Integer::sum));
        return histogram;
    }

    private static SharedPeople pair(String one, String other, boolean sent, List<Contact> some, List<Contact> others) {
        var both = numbers(some);
        both.retainAll(numbers(others));
        return new SharedPeople(identity(one), identity(other), sent, both.size());
    }

    private static AudienceSketch sketch(Collection<Contact> contacts, Audience<LabelId> audience) {
        var roster =
                Funnel.of(audience, LabelId::value, ContactIndex.of(contacts)).roster();
        var sketch = AudienceSketch.of(roster, HASH);
        return new AudienceSketch(sketch.people(), sketch.hashes());
    }

    private static List<Contact> reached(Collection<Contact> contacts, Audience<LabelId> audience) {
        return contacts.stream()
                .filter(contact -> People.isReached(contact, audience))
                .toList();
    }

    private static Set<String> numbers(List<Contact> contacts) {
        return contacts.stream().map(RosterPropertyTest::number).collect(Collectors.toCollection(HashSet::new));
    }

    private static String number(Contact contact) {
        return contact.whatsapp().orElseThrow();
    }

    private static int without(Set<String> some, Set<String> others) {
        return (int) some.stream().filter(one -> !others.contains(one)).count();
    }

    private static CampaignIdentity identity(String key) {
        return CampaignIdentity.parse(key + "/1");
    }
}
