package dev.muster.audience;

import static dev.muster.testing.Samples.contact;
import static dev.muster.testing.Samples.label;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.audience.AudienceDifference.Part;
import dev.muster.model.Audience;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who joins and who leaves, by example and against the sentence evaluated contact by contact. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AudienceDifferenceTest {
    private static final List<LabelId> NONE = List.of();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_joins_and_leaves_is_the_difference_of_the_two_sets_and_everyone_has_one_cause(long seed) {
        var chance = new Random(seed);
        var people = people(chance);
        var before = audience(chance);
        var after = audience(chance);

        var difference = between(before, after, people);

        var old = numbers(people, row -> reaches(before, row));
        var now = numbers(people, row -> reaches(after, row));
        assertThat(difference.before()).isEqualTo(old.size());
        assertThat(difference.after()).isEqualTo(now.size());
        assertThat(difference.peopleJoined()).isEqualTo(minus(now, old).size());
        assertThat(difference.peopleLeft()).isEqualTo(minus(old, now).size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_way_back_has_the_same_causes(long seed) {
        var chance = new Random(seed);
        var people = people(chance);
        var before = audience(chance);
        var after = audience(chance);

        var there = between(before, after, people);
        var back = between(after, before, people);

        assertThat(back.left()).isEqualTo(there.joined());
        assertThat(back.joined()).isEqualTo(there.left());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void each_cause_is_a_part_in_which_the_two_differ(long seed) {
        var chance = new Random(seed);
        var people = people(chance);
        var before = audience(chance);
        var after = audience(chance);

        var difference = between(before, after, people);

        assertThat(difference.joined()).allMatch(cause -> explains(cause, after, before));
        assertThat(difference.left()).allMatch(cause -> explains(cause, before, after));
    }

    @Test
    void a_person_is_counted_at_the_first_part_that_decides() {
        var people = List.of(
                row(1, "+15550100001", 1, 2, 3), // any, all and exclude all differ: any decides
                row(2, "+15550100002", 2, 3),
                row(3, "+15550100003", 1, 3),
                row(4, "+15550100004", 1));
        var before = new Audience<>(List.of(label(1), label(2)), NONE, NONE, List.of());
        var after = new Audience<>(List.of(label(1)), List.of(label(2)), List.of(label(3)), List.of());

        var difference = between(before, after, people);

        assertThat(difference.left())
                .containsExactly(
                        new Cause(Part.ANY, "2", 1), new Cause(Part.ALL, "2", 2), new Cause(Part.EXCLUDE, "3", 1));
        assertThat(difference.joined()).isEmpty();
    }

    @Test
    void another_row_of_the_same_person_changes_nobody() {
        var people = List.of(row(1, "+15550100001", 1), row(2, "+15550100001", 2));

        var difference = between(any(1), any(2), people);

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.after()).isEqualTo(1);
    }

    @Test
    void a_new_campaign_is_the_cause_for_everybody() {
        var people = List.of(row(1, "+15550100001", 1), row(2, "+15550100001", 1), row(3, "+15550100003", 1));

        var difference = AudienceDifference.between(
                Optional.empty(), Optional.of(any(1)), LabelId::value, ContactIndex.of(people));

        assertThat(difference)
                .isEqualTo(new AudienceDifference(0, 2, List.of(new Cause(Part.CAMPAIGN, "", 2)), NOBODY));
    }

    private static final List<Cause> NOBODY = List.of();

    private static AudienceDifference between(Audience<LabelId> before, Audience<LabelId> after, List<Contact> people) {
        return AudienceDifference.between(
                Optional.of(before), Optional.of(after), AudienceDifferenceTest::name, ContactIndex.of(people));
    }

    /** The number of a sample's label. */
    private static String name(LabelId id) {
        return id.value().replaceFirst(".*-0*", "");
    }

    private static boolean explains(Cause cause, Audience<LabelId> reaching, Audience<LabelId> other) {
        return switch (cause.part()) {
            case CAMPAIGN -> false;
            case ANY ->
                names(reaching.any()).contains(cause.label())
                        && !names(other.any()).contains(cause.label());
            case ANY_AT_ALL -> reaching.any().isEmpty() && !other.any().isEmpty();
            case ALL ->
                names(other.all()).contains(cause.label())
                        && !names(reaching.all()).contains(cause.label());
            case EXCLUDE ->
                names(other.exclude()).contains(cause.label())
                        && !names(reaching.exclude()).contains(cause.label());
            case EXCLUDE_CONTACTS -> !reaching.excludeContacts().containsAll(other.excludeContacts());
        };
    }

    private static List<String> names(List<LabelId> labels) {
        return labels.stream().map(AudienceDifferenceTest::name).toList();
    }

    private static Audience<LabelId> any(int label) {
        return new Audience<>(List.of(label(label)), NONE, NONE, List.of());
    }

    private static Contact row(int id, String number, Integer... labels) {
        var carried = List.of(labels).stream().map(n -> label(n)).collect(Collectors.toSet());
        return new Contact(contact(id), "Someone", Optional.of(number), Optional.of(number), carried, Map.of());
    }

    /** Sixty rows of about forty people, some of them without a number. */
    private static List<Contact> people(Random chance) {
        return IntStream.range(0, 60)
                .mapToObj(id -> {
                    var number = "+155501" + (10000 + chance.nextInt(60));
                    var whatsapp = chance.nextInt(8) == 0 ? Optional.<String>empty() : Optional.of(number);
                    var labels = IntStream.range(1, 7)
                            .filter(label -> chance.nextInt(3) == 0)
                            .mapToObj(label -> label(label))
                            .collect(Collectors.toSet());
                    return new Contact(contact(id), "Someone", whatsapp, whatsapp, labels, Map.of());
                })
                .toList();
    }

    private static Audience<LabelId> audience(Random chance) {
        var any = some(chance, 3);
        var all = some(chance, 2);
        var contacts = IntStream.range(0, chance.nextInt(3))
                .mapToObj(each -> contact(chance.nextInt(60)))
                .toList();
        return new Audience<>(any.isEmpty() && all.isEmpty() ? List.of(label(1)) : any, all, some(chance, 3), contacts);
    }

    private static List<LabelId> some(Random chance, int bound) {
        var labels = new ArrayList<LabelId>();
        for (int i = chance.nextInt(bound); i > 0; i--) {
            labels.add(label(1 + chance.nextInt(6)));
        }
        return labels.stream().distinct().toList();
    }

    private static Set<String> numbers(List<Contact> people, Predicate<Contact> reached) {
        return people.stream()
                .filter(reached)
                .flatMap(row -> row.whatsapp().stream())
                .collect(Collectors.toSet());
    }

    private static boolean reaches(Audience<LabelId> audience, Contact row) {
        boolean included = (audience.any().isEmpty() || audience.any().stream().anyMatch(row.labels()::contains))
                && row.labels().containsAll(audience.all());
        List<ContactId> single = audience.excludeContacts();
        return included && audience.exclude().stream().noneMatch(row.labels()::contains) && !single.contains(row.id());
    }

    private static <T> Set<T> minus(Set<T> from, Set<T> what) {
        var left = new HashSet<>(from);
        left.removeAll(what);
        return left;
    }
}
