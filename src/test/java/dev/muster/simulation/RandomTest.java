package dev.muster.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Two appliers that meet on one record, three campaigns, six runs each; crashes, faults, pauses past a claim's end, a clock set
 * wrong, people who opt out, and persons who answer doubts. One number makes a schedule again: those that once broke a promise
 * stand in {@code replay-numbers.txt} and are played first. {@code -Dmuster.schedules=5000000} plays more (half as many
 * with receipt labels), {@code -Dmuster.number=7} only one, and both together as
 * many from that one on.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomTest {
    private static final int LANES = 2;
    private static final long ONLY = Long.getLong("muster.number", -1);
    private static final long SCHEDULES = Long.getLong("muster.schedules", ONLY < 0 ? 1_200 : 1);
    private static final List<Setup> SETUPS = Stream.of(true, false)
            .flatMap(shared -> Stream.of(true, false).map(lists -> Setup.large(shared, lists)))
            .toList();

    /** Numbers from here on are schedules with receipt labels. */
    private static final long RECEIPTS = 2_000_000_000;

    private static final List<Setup> RECEIPT_SETUPS =
            SETUPS.stream().map(Setup::withReceipts).toList();

    @Test
    void the_numbers_that_once_broke_a_promise_keep_them_all() throws IOException {
        try (var lane = new Lane()) {
            replays().forEach(number -> play(number, lane, new Seen()));
        }
    }

    private static LongStream replays() throws IOException {
        try (var file = Objects.requireNonNull(RandomTest.class.getResourceAsStream("/replay-numbers.txt"))) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .mapToLong(line -> Long.parseLong(line.strip()));
        }
    }

    @Test
    void random_schedules_keep_every_promise() {
        playFrom(Math.max(0, ONLY), SCHEDULES);
    }

    @Test
    void so_do_those_with_receipt_labels_and_a_gateway_that_repeats() {
        assumeTrue(ONLY < 0, "other numbers were asked for");
        playFrom(RECEIPTS, SCHEDULES / 2);
    }

    private static void playFrom(long first, long schedules) {
        long end = first + schedules;
        var seen = new Seen();

        IntStream.range(0, LANES).parallel().forEach(lane -> playEverySecond(first + lane, end, seen));

        System.out.printf(Locale.ROOT, "RANDOM: %,d schedules, numbers %,d to %,d%n", schedules, first, end - 1);
    }

    @Test
    void the_same_number_gives_the_same_schedule() {
        for (long number : new long[] {3, 4, 5, 6}) {
            assertThat(whatIsSeen(number)).isEqualTo(whatIsSeen(number)).isNotEmpty();
        }
    }

    private static List<String> whatIsSeen(long number) {
        var seen = new Seen();
        try (var lane = new Lane()) {
            play(number, lane, seen);
        }
        return seen.like(".*");
    }

    private static void playEverySecond(long first, long end, Seen seen) {
        try (var lane = new Lane()) {
            for (long number = first; number < end; number += LANES) {
                play(number, lane, seen);
            }
        }
    }

    private static List<Setup> setups(long number) {
        return number < RECEIPTS ? SETUPS : RECEIPT_SETUPS;
    }

    private static void play(long number, Lane lane, Seen seen) {
        var setups = setups(number);
        var setup = setups.get((int) Math.floorMod(number, (long) setups.size()));
        var violation = new World(setup, Design.MUSTER, new Dice(number), lane, seen).play();
        violation.ifPresent(broken -> {
            throw new AssertionError(
                    "number " + number + " (" + setup + ") broke a promise: append it to"
                            + " src/test/resources/replay-numbers.txt",
                    broken);
        });
    }
}
