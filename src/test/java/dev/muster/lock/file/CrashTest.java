package dev.muster.lock.file;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A process may die, and a disk may refuse, at any step; the record is then the old one or the new one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashTest {
    private static final List<FaultyDisk.Fault> DEATHS =
            List.of(FaultyDisk.Fault.DIES_BEFORE, FaultyDisk.Fault.DIES_HALFWAY, FaultyDisk.Fault.DIES_AFTER);

    @TempDir
    Path root;

    @ParameterizedTest
    @EnumSource(FaultyDisk.Fault.class)
    void at_every_step_of_two_runs_the_record_is_the_old_or_the_new_one(FaultyDisk.Fault fault) throws IOException {
        int step = 1;
        while (twoRunsBreakingOffAt(fault, step)) {
            step++;
        }
        assertThat(step).isGreaterThan(20);
    }

    /** Whether the fault was reached at all. */
    private boolean twoRunsBreakingOffAt(FaultyDisk.Fault fault, int step) throws IOException {
        var folder = Files.createDirectory(root.resolve(fault + "-" + step));
        var disk = new FaultyDisk(fault, step);
        var attempted = new ArrayList<Optional<Lock>>(List.of(Optional.empty()));
        int durable = runUntilItBreaks(store(folder, disk), attempted);
        disk.bury();

        var loaded = store(folder, new LocalDisk()).load();
        assertThat(attempted.subList(durable, attempted.size()))
                .as("%s at step %d", fault, step)
                .contains(loaded);
        assertThat(recoveredBreakingOff(folder, loaded)).isEqualTo(loaded.or(() -> Optional.of(empty())));
        return disk.fired();
    }

    /** Plays two runs; gives the index of the last record that was promised to be durable. */
    private static int runUntilItBreaks(LockStore store, List<Optional<Lock>> attempted) {
        int durable = 0;
        try {
            for (var story :
                    List.of(List.of(intent("a/1"), confirmed("a/1")), List.of(intent("b/1"), inDoubt("b/1")))) {
                attempted.add(attempted.get(attempted.size() - 1).or(() -> Optional.of(empty())));
                var run = store.begin(RUN);
                durable = attempted.size() - 1;
                for (var entry : story) {
                    attempted.add(Optional.of(run.lock().with(entry)));
                    run.record(entry);
                    durable = attempted.size() - 1;
                }
                run.close();
            }
        } catch (FaultyDisk.Died | LockException e) {
            assertThat(e).isInstanceOfAny(FaultyDisk.Died.class, LockException.class);
        }
        return durable;
    }

    /** Recovery may itself break off anywhere, again and again, and ends with the same record. */
    private static Optional<Lock> recoveredBreakingOff(Path folder, Optional<Lock> loaded) throws IOException {
        for (int step = 1; ; step++) {
            var disk = new FaultyDisk(DEATHS.get(step % DEATHS.size()), step);
            try {
                store(folder, disk).begin(RUN).close();
            } catch (FaultyDisk.Died e) {
                assertThat(disk.fired()).isTrue();
            }
            disk.bury();
            var after = store(folder, new LocalDisk()).load();
            assertThat(after).isIn(loaded, loaded.or(() -> Optional.of(empty())));
            if (!disk.fired()) {
                return after;
            }
        }
    }

    @Test
    void a_journal_cut_anywhere_gives_an_earlier_record_of_the_same_run() throws IOException {
        var states = brokenOffRun();
        var journal = root.resolve("production.lock.journal");
        var bytes = Files.readAllBytes(journal);
        for (int length = 0; length <= bytes.length; length++) {
            Files.write(journal, java.util.Arrays.copyOf(bytes, length));
            assertThat(states)
                    .as("the first %d bytes", length)
                    .contains(store().load().orElseThrow());
        }
    }

    @Test
    void a_last_line_with_blocks_of_zeros_was_never_synced_and_is_dropped() throws IOException {
        var states = brokenOffRun();
        var journal = root.resolve("production.lock.journal");
        var bytes = Files.readAllBytes(journal);
        java.util.Arrays.fill(bytes, bytes.length - 600, bytes.length - 88, (byte) 0);
        Files.write(journal, bytes);
        assertThat(store().load()).contains(states.get(states.size() - 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void a_journal_with_any_byte_changed_is_refused_or_loses_only_its_torn_end(long seed) throws IOException {
        var states = brokenOffRun();
        var random = new Random(seed);
        var journal = root.resolve("production.lock.journal");
        var bytes = Files.readAllBytes(journal);
        for (int at = random.nextInt(3); at < bytes.length; at += 1 + random.nextInt(3)) {
            var changed = bytes.clone();
            changed[at] = (byte) (changed[at] ^ (1 + random.nextInt(255)));
            Files.write(journal, changed);
            boolean torn = at == bytes.length - 1 || changed[at] == 0;
            if (!torn) {
                assertThatExceptionOfType(LockException.class).as("byte %d", at).isThrownBy(() -> store().load());
            }
        }
        assertThat(states).hasSize(4);
    }

    @Test
    void lines_of_a_journal_that_are_swapped_repeated_or_missing_are_refused() throws IOException {
        brokenOffRun();
        var journal = root.resolve("production.lock.journal");
        var lines = Files.readAllLines(journal);
        for (var order : List.of(List.of(1, 0, 2), List.of(0, 0, 1), List.of(0, 2), List.of(1, 2))) {
            Files.write(journal, order.stream().map(lines::get).toList());
            assertThatExceptionOfType(LockException.class).as("lines %s", order).isThrownBy(() -> store().load());
        }
    }

    @Test
    void a_journal_of_a_newer_format_is_told_apart_from_damage() throws IOException {
        brokenOffRun();
        var journal = root.resolve("production.lock.journal");
        Files.writeString(journal, Files.readString(journal).replace("{\"format\":1,", "{\"format\":3,"));

        assertThatExceptionOfType(LockException.class)
                .isThrownBy(() -> store().load())
                .withMessageContaining("format 3")
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(LockException.Why.NEWER_FORMAT));
    }

    /** Leaves a file and a journal of three steps; gives the records from before the first to after the last. */
    private List<Lock> brokenOffRun() throws IOException {
        var disk = FaultyDisk.sound();
        var run = store(root, disk).begin(RUN);
        var states = new ArrayList<>(List.of(run.lock()));
        run.record(intent("a/1"));
        states.add(run.lock());
        run.witness(intent("a/1").identity(), "201 {\"id\": \"campaign_a\"}");
        states.add(run.lock());
        run.record(confirmed("a/1"));
        states.add(run.lock());
        disk.bury();
        return states;
    }

    private LockStore store() {
        return store(root, new LocalDisk());
    }

    private static LockStore store(Path folder, FileSystemPort disk) {
        return new FileLockStore(folder, WORKSPACE, SURROUNDINGS, disk);
    }

    private static Lock empty() {
        return Lock.empty(dev.muster.testing.Records.LINEAGE, WORKSPACE);
    }
}
