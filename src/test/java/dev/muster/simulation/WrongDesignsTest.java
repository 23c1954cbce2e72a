package dev.muster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each wrong design is caught by a layer of the simulation, or the layers are worth nothing. The cheapest is asked first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WrongDesignsTest {
    private static final int ENOUGH = 5;
    private static final int NUMBERS = 200;
    private static final Set<WrongDesign> WITH_RECEIPTS =
            EnumSet.of(WrongDesign.RECEIPT_LABEL_OF_ANOTHER_ID, WrongDesign.RECEIPT_LABEL_TAKEN_FOR_MADE);

    /** How often a layer found a promise broken, which was broken first, and how many schedules that took. */
    private record Catch(String layer, String promise, int violating, int schedules) {}

    @Test
    void every_wrong_design_is_caught() {
        var caught = new ConcurrentHashMap<WrongDesign, Catch>();

        Stream.of(WrongDesign.values())
                .parallel()
                .forEach(design -> caught(design).ifPresent(found -> caught.put(design, found)));

        assertThat(caught).containsOnlyKeys(WrongDesign.values());
        caught.forEach((design, found) -> System.out.printf(
                Locale.ROOT,
                "%s: %d of %d schedules, %s%n",
                words(design),
                found.violating,
                found.schedules,
                found.layer));
        Approvals.verify(table(new EnumMap<>(caught)));
    }

    private static String table(Map<WrongDesign, Catch> caught) {
        var table =
                new StringBuilder("Wrong designs, the first layer that catches each, and the promise it breaks\n\n");
        caught.forEach((design, found) -> table.append(
                String.format(Locale.ROOT, "%-36s %-32s %s%n", words(design), found.layer, found.promise)));
        return table.toString().replace("\r", "");
    }

    private static String words(WrongDesign design) {
        return design.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<Catch> caught(WrongDesign design) {
        if (WITH_RECEIPTS.contains(design)) {
            return exhaustive(
                    design, Setup.small(true, true, 0, 2, Reaction.KINDS).withReceipts(), "exhaustive, receipt labels");
        }
        return exhaustive(design, true, "exhaustive, shared record")
                .or(() -> exhaustive(design, false, "exhaustive, files"))
                .or(() -> random(design, true, "random, shared record"))
                .or(() -> random(design, false, "random, files"));
    }

    private static Optional<Catch> exhaustive(WrongDesign design, boolean shared, String layer) {
        return exhaustive(design, Setup.small(shared, true, 1, 1, Reaction.ALL), layer);
    }

    private static Optional<Catch> exhaustive(WrongDesign design, Setup setup, String layer) {
        var odometer = new Odometer();
        var tally = new Tally(layer, design, setup);
        try (var lane = new Lane()) {
            do {
                tally.play(odometer, lane);
            } while (odometer.next() && tally.violating < ENOUGH);
        }
        return tally.found();
    }

    private static Optional<Catch> random(WrongDesign design, boolean shared, String layer) {
        var tally = new Tally(layer, design, Setup.large(shared, true));
        try (var lane = new Lane()) {
            for (int number = 0; number < NUMBERS && tally.violating < ENOUGH; number++) {
                tally.play(new Dice(number), lane);
            }
        }
        return tally.found();
    }

    private static final class Tally {
        private final String layer;
        private final WrongDesign design;
        private final Setup setup;
        private String first = "";
        private int violating;
        private int schedules;

        Tally(String layer, WrongDesign design, Setup setup) {
            this.layer = layer;
            this.design = design;
            this.setup = setup;
        }

        void play(Choices choices, Lane lane) {
            schedules++;
            new World(setup, design, choices, lane, new Seen()).play().ifPresent(violation -> {
                first = violating == 0 ? String.valueOf(violation.getMessage()) : first;
                violating++;
            });
        }

        Optional<Catch> found() {
            return violating == 0 ? Optional.empty() : Optional.of(new Catch(layer, first, violating, schedules));
        }
    }
}
