package dev.muster.audience;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.muster.audience.Funnel.Kind;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.testing.Chance;
import dev.muster.testing.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roaringbitmap.RoaringBitmap;

/** The bitmaps against the sentence of the design, evaluated row by row: ten audiences in each of two hundred workspaces. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceAlgebraTest {
    private static final List<LabelId> LABELS =
            IntStream.rangeClosed(1, 8).mapToObj(Samples::label).toList();
    private static final List<ContactId> CONTACTS =
            IntStream.rangeClosed(1, 70).mapToObj(Samples::contact).toList();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rosters_and_funnels_are_those_of_naive_sets(long seed) {
        var chance = new Chance(seed);
        var contacts = chance.contacts(LABELS, 60);
        var index = ContactIndex.of(contacts);
        var rosters = new ArrayList<Roster>();
        var reached = new ArrayList<List<Contact>>();

        for (int each = 0; each < 10; each++) {
            var audience = chance.audience(LABELS, CONTACTS);
            var funnel = Funnel.of(audience, LabelId::value, index);
            var expected = contacts.stream().filter(c -> isReached(c, audience)).toList();

            assertThat(funnel.roster().messages()).isEqualTo(expected.size());
            assertThat(funnel.roster().people()).isEqualTo(people(expected).size());
            assertThat(funnel.roster().surplus())
                    .isEqualTo(expected.size() - people(expected).size());
            assertThat(funnel.steps()).isEqualTo(new NaiveFunnel(contacts).steps(audience));
            assertThat(funnel.excluded()).isEqualTo(excluded(contacts, audience));
            assertNobodyExcluded(index, funnel.roster(), audience, contacts);
            rosters.add(funnel.roster());
            reached.add(expected);
        }

        assertThat(Overlap.of(rosters)).isEqualTo(naiveOverlap(reached));
    }

    /** Row by row through the roster's own numbering: no row in it carries an excluded label or is named. */
    private static void assertNobodyExcluded(
            ContactIndex index, Roster roster, Audience<LabelId> audience, List<Contact> contacts) {
        for (var contact : contacts) {
            boolean excluded = audience.exclude().stream().anyMatch(contact.labels()::contains)
                    || audience.excludeContacts().contains(contact.id());
            if (excluded) {
                var row = index.rows(List.of(contact.id()));
                assertThat(RoaringBitmap.intersects(roster.rowBits(), row))
                        .as("%s in %s", contact, audience)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void people_who_carry_a_label_on_any_of_their_rows_are_counted_once(long seed) {
        var chance = new Chance(seed);
        var contacts = chance.contacts(LABELS, 60);
        var index = ContactIndex.of(contacts);
        var audience = chance.audience(LABELS, CONTACTS);
        var labels = chance.some(LABELS, 3);

        var roster = Funnel.of(audience, LabelId::value, index).roster();

        var reached =
                people(contacts.stream().filter(c -> isReached(c, audience)).toList());
        var carrying = people(contacts.stream()
                .filter(c -> labels.stream().anyMatch(c.labels()::contains))
                .toList());
        assertThat(index.peopleCarrying(labels, roster))
                .isEqualTo((int) reached.stream().filter(carrying::contains).count());
    }

    @Test
    void an_audience_without_a_positive_selector_is_refused() {
        var nobody = new Audience<LabelId>(List.of(), List.of(), LABELS, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of(nobody, LabelId::value, ContactIndex.of(List.of())));
    }

    @Test
    void in_an_empty_workspace_nobody_is_reached() {
        var audience = new Audience<>(LABELS, List.of(), LABELS, List.of());

        var roster =
                Funnel.of(audience, LabelId::value, ContactIndex.of(List.of())).roster();

        assertThat(roster.people()).isZero();
        assertThat(Overlap.of(List.of())).isEqualTo(new Overlap(0, 0, 0));
    }

    @Test
    void the_order_of_the_rows_does_not_matter() {
        var chance = new Chance(7);
        var contacts = chance.contacts(LABELS, 60);
        var audience = chance.audience(LABELS, CONTACTS);
        var reversed = new ArrayList<>(contacts);
        java.util.Collections.reverse(reversed);

        assertThat(Funnel.of(audience, LabelId::value, ContactIndex.of(reversed))
                        .steps())
                .isEqualTo(Funnel.of(audience, LabelId::value, ContactIndex.of(contacts))
                        .steps());
    }

    private static boolean isReached(Contact contact, Audience<LabelId> audience) {
        return isIncluded(contact, audience)
                && audience.exclude().stream().noneMatch(contact.labels()::contains)
                && !audience.excludeContacts().contains(contact.id())
                && contact.whatsapp().isPresent();
    }

    private static boolean isIncluded(Contact contact, Audience<LabelId> audience) {
        return (audience.any().isEmpty() || audience.any().stream().anyMatch(contact.labels()::contains))
                && contact.labels().containsAll(audience.all());
    }

    private static int excluded(List<Contact> contacts, Audience<LabelId> audience) {
        return (int) contacts.stream()
                .filter(c -> isIncluded(c, audience))
                .filter(c -> audience.exclude().stream().anyMatch(c.labels()::contains)
                        || audience.excludeContacts().contains(c.id()))
                .count();
    }

    /** A number is a person; a row without one is a person of its own. */
    private static Set<String> people(Collection<Contact> rows) {
        return rows.stream().map(row -> row.whatsapp().orElse(row.id().value())).collect(toSet());
    }

    private static Overlap naiveOverlap(List<List<Contact>> reached) {
        var times = new HashMap<String, Integer>();
        reached.forEach(rows -> people(rows).forEach(person -> times.merge(person, 1, Integer::sum)));
        long messages = reached.stream().mapToLong(List::size).sum();
        int several = (int) times.values().stream().filter(count -> count > 1).count();
        return new Overlap(messages, times.size(), several);
    }

    /** The funnel again, with a list that shrinks. */
    private static final class NaiveFunnel {
        private final List<Funnel.Step> steps = new ArrayList<>();
        private List<Contact> left;

        NaiveFunnel(List<Contact> contacts) {
            left = contacts;
        }

        List<Funnel.Step> steps(Audience<LabelId> audience) {
            if (!audience.any().isEmpty()) {
                keep(
                        Kind.ANY,
                        names(audience.any()),
                        c -> audience.any().stream().anyMatch(c.labels()::contains));
            }
            if (!audience.all().isEmpty()) {
                keep(Kind.ALL, names(audience.all()), c -> c.labels().containsAll(audience.all()));
            }
            audience.exclude()
                    .forEach(label ->
                            keep(Kind.EXCLUDE, label.value(), c -> !c.labels().contains(label)));
            if (!audience.excludeContacts().isEmpty()) {
                keep(Kind.EXCLUDE_CONTACTS, "", c -> !audience.excludeContacts().contains(c.id()));
            }
            if (left.stream().anyMatch(c -> c.whatsapp().isEmpty())) {
                keep(Kind.NO_WHATSAPP, "", c -> c.whatsapp().isPresent());
            }
            int people = people(left).size();
            if (people < left.size()) {
                steps.add(new Funnel.Step(Kind.SAME_PERSON, "", people, left.size() - people));
            }
            return steps;
        }

        private void keep(Kind kind, String name, Predicate<Contact> kept) {
            int before = left.size();
            left = left.stream().filter(kept).toList();
            steps.add(new Funnel.Step(kind, name, left.size(), before - left.size()));
        }

        private static String names(List<LabelId> labels) {
            return String.join(", ", labels.stream().map(LabelId::value).toList());
        }
    }
}
