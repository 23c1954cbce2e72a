package dev.muster.seax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.outcome.SeenIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Random lists that change between two pages: whoever is there all the time is read, with labels that they had, and the reading
 * ends. Each schedule has a number; {@code -Dmuster.lists=200000} plays more, {@code -Dmuster.list=7} that one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovingListPropertyTest {
    private static final int SCHEDULES = Integer.getInteger("muster.lists", 4_000);
    private static final SeaxList<Row> LIST =
            SeaxList.of(ResourcePath.of("contacts"), json -> new Row(0, 0), row -> "row " + row.id());

    private record Row(int id, int labels) {}

    @Test
    void whoever_is_there_during_the_whole_reading_is_read_with_labels_that_they_had() {
        var only = Optional.ofNullable(Integer.getInteger("muster.list"));
        int requests = 0;
        int refused = 0;
        for (int number = only.orElse(0); number < only.map(n -> n + 1).orElse(SCHEDULES); number++) {
            var schedule = new Schedule(number);
            refused += schedule.play() ? 0 : 1;
            requests += schedule.asked;
        }
        System.out.println("moving lists: " + SCHEDULES + " schedules, " + requests + " requests, " + refused
                + " refused because they moved too much");
        assertThat(refused).isLessThanOrEqualTo(SCHEDULES / 200);
    }

    /** One list, how it is served, and how it moves. */
    private static final class Schedule implements PageSource<Row> {
        private static final int MOST_REQUESTS = 3_000;

        private final int number;
        private final Random random;
        private final List<Row> list = new ArrayList<>();
        private final Set<Integer> always = new HashSet<>();
        private final Map<Integer, Set<Integer>> labelsOf = new HashMap<>();
        private final boolean isOldestFirst;
        private final boolean isSorted;
        private final int cap;
        private final boolean isUneven;
        private final int totals;
        private final double calm;
        private boolean isCounted;
        private int next;
        private int asked;

        Schedule(int number) {
            this.number = number;
            random = new Random(number);
            isOldestFirst = random.nextBoolean();
            isSorted = isOldestFirst && random.nextBoolean();
            int size = random.nextInt(4) == 0 ? random.nextInt(4) : random.nextInt(120);
            // pages of one row can join on to the page before, and still hide what went and came
            cap = 2 + random.nextInt(30);
            isUneven = random.nextInt(4) == 0;
            totals = random.nextInt(5);
            calm = random.nextDouble();
            for (int i = 0; i < size; i++) {
                add();
            }
            list.forEach(row -> always.add(row.id()));
        }

        private void add() {
            var row = new Row(next++, 0);
            list.add(isOldestFirst ? list.size() : 0, row);
            labelsOf.put(row.id(), new HashSet<>(Set.of(0)));
        }

        /** Whether the list was read to its end. */
        boolean play() {
            var read = new LinkedHashMap<Integer, Row>();
            var listing = isSorted ? LIST.in("created_time:asc") : LIST;
            try {
                MovingList.read(
                        new MovingList.Walks<>(
                                listing, this, 1_000_000, ReadProgress.UNSEEN, row -> read.put(row.id(), row)),
                        0,
                        new SeenIds());
            } catch (dev.muster.diagnostic.EnvironmentException refused) {
                assertThat(refused).as("schedule %d", number).hasMessageContaining("GET /contacts cannot be used");

                return false;
            }
            assertThat(asked).as("schedule %d ends", number).isLessThan(MOST_REQUESTS);
            assertThat(read.keySet()).as("schedule %d", number).containsAll(always);
            read.values()
                    .forEach(row -> assertThat(labelsOf.get(row.id()))
                            .as("labels of row %d in schedule %d", row.id(), number)
                            .contains(row.labels()));
            return true;
        }

        @Override
        public int limit() {
            return cap;
        }

        @Override
        public boolean isCounted() {
            return isCounted;
        }

        @Override
        public SeaxPage<Row> page(int offset) {
            asked++;
            for (int moves = random.nextInt(6); asked < 400 && moves > 0; moves--) {
                if (random.nextDouble() > calm) {
                    move();
                }
            }
            int from = Math.min(offset, list.size());
            int count = isUneven ? 2 + random.nextInt(cap) : cap;
            var rows = List.copyOf(list.subList(from, Math.min(list.size(), from + count)));
            var page = new SeaxPage<>(offset, total(rows.size()), rows, times());
            isCounted |= page.showsCount();
            return page;
        }

        private OptionalInt total(int rows) {
            return switch (totals) {
                case 0, 1 -> OptionalInt.of(list.size());
                case 2 -> OptionalInt.empty();
                case 3 -> OptionalInt.of(0);
                default -> OptionalInt.of(rows);
            };
        }

        private SeaxPage.Times times() {
            return new SeaxPage.Times(Optional.empty(), Optional.empty(), isOldestFirst, !isOldestFirst);
        }

        private void move() {
            int kind = random.nextInt(3);
            if (kind == 0 || list.isEmpty()) {
                add();
                return;
            }
            int at =
                    random.nextInt(4) == 0 ? random.nextInt(list.size()) : random.nextInt(Math.max(1, list.size() / 4));
            if (kind == 1) {
                always.remove(list.remove(at).id());
            } else {
                var changed = new Row(list.get(at).id(), list.get(at).labels() + 1);
                list.set(at, changed);
                labelsOf.computeIfAbsent(changed.id(), none -> new HashSet<>()).add(changed.labels());
            }
        }
    }
}
