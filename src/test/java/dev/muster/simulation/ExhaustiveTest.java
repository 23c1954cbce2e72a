package dev.muster.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.lock.LockStore;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * One campaign over three runs: every crash point and every fault. Not a sample: the odometer says when there is no combination
 * left. Two crashes and two faults are combined over the shared record and with one reaction of SeaX for each kind;
 * {@code -Dmuster.exhaustive=receipts} does so with receipt labels too, {@code -Dmuster.exhaustive=all} besides over files and
 * with every reaction, which takes hours.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExhaustiveTest {
    private static final String MORE = System.getProperty("muster.exhaustive", "");
    private static final boolean ALL = MORE.equals("all");
    private static final boolean RECEIPTS = ALL || MORE.equals("receipts");

    private static final List<Boolean> SHARED = List.of(true);
    private static final List<Boolean> BOTH = List.of(true, false);

    private final Seen seen = new Seen();

    @Test
    void one_crash_and_one_fault_of_every_kind_at_every_point_keep_every_promise() {
        playAll(smallOnes(BOTH, 1, 1, Reaction.ALL).flatMap(setup -> Stream.of(setup, setup.withReceipts())));

        Approvals.verify(reached());
    }

    /** A layer that reaches nothing finds nothing. */
    private String reached() {
        var crashes = seen.like("death at .*");
        var faults = seen.like("fault .*");
        var text = new StringBuilder("Transitions of an entry\n\n");
        seen.like(".* → .*").forEach(transition -> text.append(transition).append('\n'));
        text.append("\nWhat can go wrong\n\n");
        faults.forEach(fault -> text.append(fault).append('\n'));
        text.append("\nWhere a process can die, and with how many of the ")
                .append(faults.size())
                .append(
                        " faults in one schedule\n(once an intent is durable and its outcome is not, nothing is posted any more)\n\n");
        crashes.forEach(crash -> text.append(String.format(
                Locale.ROOT,
                "%-40s %d%n",
                crash,
                faults.stream().filter(fault -> seen.has(cell(crash, fault))).count())));
        return text.toString().replace("\r", "");
    }

    private static String cell(String crash, String fault) {
        return crash.substring("death at ".length()) + " × " + fault.substring("fault ".length());
    }

    @Test
    void two_crashes_and_two_faults_at_every_point_keep_every_promise() {
        var setups = smallOnes(ALL ? BOTH : SHARED, 2, 2, ALL ? Reaction.ALL : Reaction.KINDS);
        playAll(setups.flatMap(setup -> RECEIPTS ? Stream.of(setup, setup.withReceipts()) : Stream.of(setup)));
    }

    /**
     * The worst that can become of a lock: every run that ends before its time takes it along, and the next one finds it as
     * init once wrote it. Without one at all the label of the lock that is gone would refuse the send.
     */
    @Test
    void with_receipt_labels_nobody_gets_it_twice_even_where_the_lock_is_put_back_to_its_beginning() {
        var forgetful = new Design() {
            @Override
            public boolean diskDiesWithProcess() {
                return true;
            }

            @Override
            public boolean remembers() {
                return false;
            }

            @Override
            public LockStore store(LockStore store) {
                if (store.load().isEmpty()) {
                    store.begin(Records.RUN).close();
                }
                return store;
            }
        };

        playAll(smallOnes(List.of(false), 1, 1, Reaction.ALL).map(Setup::withReceipts), forgetful);

        assertThat(seen.has("a run sent again")).isTrue();
    }

    private static Stream<Setup> smallOnes(List<Boolean> stores, int crashes, int faults, List<Reaction> reactions) {
        return stores.stream()
                .flatMap(shared ->
                        Stream.of(true, false).map(lists -> Setup.small(shared, lists, crashes, faults, reactions)));
    }

    private void playAll(Stream<Setup> setups) {
        playAll(setups, Design.MUSTER);
    }

    private void playAll(Stream<Setup> setups, Design design) {
        var counts = setups.toList().parallelStream()
                .map(setup -> String.format(
                        Locale.ROOT,
                        "%s, up to %d crashes and %d faults of %d kinds: %,d schedules",
                        setup,
                        setup.crashes(),
                        setup.faults(),
                        setup.reactions().size(),
                        playAll(setup, design)))
                .toList();
        System.out.println("EXHAUSTIVE, " + String.join("; ", counts));
    }

    private long playAll(Setup setup, Design design) {
        var odometer = new Odometer();
        long schedules = 0;
        try (var lane = new Lane()) {
            do {
                var violation = new World(setup, design, odometer, lane, seen).play();
                assertThat(violation).as("%s, choices %s", setup, odometer).isEmpty();
                schedules++;
            } while (odometer.next());
        }
        return schedules;
    }
}
