package dev.muster.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.PartName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PartitionTest {
    private static final CampaignIdentity SALE = CampaignIdentity.parse("sale/1");
    private static final PartLimits LIMITS = new PartLimits(500, PartLimits.DEFAULT_BYTES);

    @Test
    void a_few_people_are_one_part() {
        var cut = cut(people(500, 100), new TreeMap<>(), LIMITS);

        assertThat(cut.parts().keySet()).containsExactly(new PartName("01"));
        assertThat(cut.chunks()).containsEntry("", 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 1_999, 10_000})
    void no_part_is_larger_than_the_limit_and_each_person_is_in_one(int size) {
        var people = people(size, 100);
        var cut = cut(people, new TreeMap<>(), LIMITS);

        assertThat(cut.parts().values()).allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(500));
        assertThat(cut.parts().values().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void long_values_make_smaller_parts() {
        var cut = cut(people(400, 4_000), new TreeMap<>(), LIMITS);

        assertThat(cut.parts().values())
                .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(PartLimits.DEFAULT_BYTES / 4_000));
    }

    @Test
    void somebody_who_is_too_large_for_any_part_is_one_alone() {
        var cut = cut(people(2, PartLimits.DEFAULT_BYTES + 1), new TreeMap<>(), LIMITS);

        assertThat(cut.parts().values()).allSatisfy(part -> assertThat(part).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoever_comes_or_goes_and_in_whatever_order_the_others_stay_where_they_are(long seed) {
        var random = new Random(seed);
        var people = people(3_000, 100);
        var before = cut(people, new TreeMap<>(), LIMITS);
        var later = new ArrayList<>(people);
        later.removeIf(person -> random.nextInt(10) == 0);
        later.addAll(
                IntStream.range(5_000, 5_200).mapToObj(PartitionTest::person).toList());
        Collections.shuffle(later, random);

        var after = cut(later, before.chunks(), LIMITS);

        var then = places(before);
        assertThat(after.chunks()).isEqualTo(before.chunks());
        places(after)
                .forEach((number, part) ->
                        assertThat(then.getOrDefault(number, part)).isEqualTo(part));
    }

    @Test
    void each_language_has_parts_of_its_own() {
        var people = List.of(
                new PartMember(1, "+447700900001", "en_US", 100), new PartMember(2, "+447700900002", "es_MX", 100));
        var cut = Partition.of(people, "w", SALE, true, new TreeMap<>(), LIMITS);

        assertThat(cut.parts().keySet()).containsExactly(new PartName("en_US.01"), new PartName("es_MX.01"));
        assertThat(cut.chunks()).containsEntry("en_US", 1).containsEntry("es_MX", 1);
    }

    @Test
    void a_language_that_comes_up_later_is_one_part_more() {
        var people = List.of(new PartMember(1, "+447700900001", "es_MX", 100));
        var recorded = new TreeMap<>(Map.of("en_US", 3));
        var cut = Partition.of(people, "w", SALE, true, recorded, LIMITS);

        assertThat(cut.parts().keySet()).containsExactly(new PartName("es_MX.01"));
        assertThat(cut.chunks()).containsEntry("en_US", 3).containsEntry("es_MX", 1);
    }

    private static Partition cut(List<PartMember> people, SortedMap<String, Integer> recorded, PartLimits limits) {
        return Partition.of(people, "w", SALE, false, recorded, limits);
    }

    private static Map<String, PartName> places(Partition cut) {
        var places = new HashMap<String, PartName>();
        cut.parts().forEach((name, people) -> people.forEach(person -> places.put(person.number(), name)));
        return places;
    }

    private static List<PartMember> people(int size, int bytes) {
        return IntStream.range(0, size)
                .mapToObj(row -> new PartMember(row, number(row), "en_US", bytes))
                .toList();
    }

    private static PartMember person(int row) {
        return new PartMember(row, number(row), "en_US", 100);
    }

    private static String number(int row) {
        return "+4477009" + (100_000 + row);
    }
}
