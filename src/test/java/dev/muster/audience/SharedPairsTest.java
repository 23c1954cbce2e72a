package dev.muster.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.model.CampaignIdentity;
import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/** The largest pairs of many campaigns, held against all pairs made one by one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedPairsTest {
    private static final ContactIndex INDEX = ContactIndex.of(
            IntStream.range(0, 40).mapToObj(SharedPairsTest::contact).toList());

    @Test
    void the_most_are_the_first_of_all_pairs_in_order() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var planned = new TreeMap<CampaignIdentity, Roster>();
            IntStream.range(0, random.nextInt(30))
                    .forEach(number -> planned.put(identity("c-" + random.nextInt(100)), roster(random)));
            var earlier = IntStream.range(0, random.nextInt(20))
                    .mapToObj(number -> new EarlierSend(identity("s-" + number), Instant.EPOCH, roster(random)))
                    .toList();
            var all = allPairs(planned, earlier);

            for (int atMost : List.of(0, 1, 2, 5, 10, Integer.MAX_VALUE)) {
                var found = SharedPairs.of(planned, earlier, atMost);
                assertThat(found.most())
                        .as("seed %d, at most %d", seed, atMost)
                        .isEqualTo(all.stream().limit(atMost).toList());
                assertThat(found.count()).as("seed %d", seed).isEqualTo(all.size());
            }
        }
    }

    @Test
    void ten_thousand_campaigns_of_two_audiences_are_counted_and_not_listed() {
        var random = new Random(7);
        var rosters = List.of(roster(1, 2, 3), roster(3, 4));
        var planned = new TreeMap<CampaignIdentity, Roster>();
        IntStream.range(0, 10_000)
                .forEach(number -> planned.put(identity("c-" + number), rosters.get(random.nextInt(2))));
        var found = SharedPairs.of(planned, List.of(), 10);
        assertThat(found.count()).isEqualTo(10_000L * 9_999 / 2);
        assertThat(found.most()).hasSize(10);
    }

    private static List<SharedPeople> allPairs(
            NavigableMap<CampaignIdentity, Roster> planned, List<EarlierSend> earlier) {
        var pairs = new ArrayList<SharedPeople>();
        planned.forEach((one, roster) -> {
            planned.tailMap(one, false)
                    .forEach((other, others) -> pairs.add(new SharedPeople(one, other, false, roster.shared(others))));
            earlier.forEach(
                    send -> pairs.add(new SharedPeople(one, send.identity(), true, roster.shared(send.roster()))));
        });
        return pairs.stream()
                .filter(pair -> pair.people() > 0)
                .sorted(SharedPeople.MOST_FIRST)
                .toList();
    }

    /** One of few, so that many campaigns have the same. */
    private static Roster roster(Random random) {
        int from = random.nextInt(6);
        return roster(IntStream.range(from, from + random.nextInt(4)).toArray());
    }

    private static Roster roster(int... people) {
        return new Roster(RoaringBitmap.bitmapOf(people), RoaringBitmap.bitmapOf(people), INDEX);
    }

    private static CampaignIdentity identity(String key) {
        return CampaignIdentity.parse(key + "/1");
    }

    private static Contact contact(int number) {
        var phone = Optional.of("+155501000" + (10 + number));
        return new Contact(
                new ContactId("contact-" + number), "", phone, phone, Set.of(new LabelId("label")), Map.of());
    }
}
