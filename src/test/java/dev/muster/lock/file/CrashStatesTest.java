package dev.muster.lock.file;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.testing.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a loss of power may leave of two runs, state by state: every prefix of their operations on the disk, every subset of
 * those that were not synced yet, and torn writes. Whatever it leaves, loading gives the record that was promised last or one
 * that was being written; never garbage, never an older one, never none.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashStatesTest {
    private static final Path FOLDER = Path.of("campaigns");

    private final TracedDisk disk = new TracedDisk();
    /** The record after each step that was tried, and how long the trace was when it was promised to be durable. */
    private final List<Optional<Lock>> records = new ArrayList<>(List.of(Optional.empty()));

    private final List<Integer> promisedAt = new ArrayList<>(List.of(0));

    @Test
    void whatever_a_loss_of_power_leaves_loads_as_the_old_or_the_new_record() {
        playTwoRuns();
        int states = 0;
        for (int length = 0; length <= disk.trace().size(); length++) {
            for (var left : disk.states(length)) {
                assertThat(records.subList(promised(length), records.size()))
                        .as(
                                "after %d of %d operations: %s",
                                length, disk.trace().size(), left)
                        .contains(store(left.disk()).load());
                states++;
            }
        }
        assertThat(states).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "Input/output error", "Permission denied"})
    void whatever_operation_the_disk_refuses_the_record_is_the_old_or_the_new_one(String error) {
        for (boolean forEver : List.of(false, true)) {
            for (boolean halfway : List.of(false, true)) {
                refuseEach(error, forEver, halfway);
            }
        }
    }

    private static void refuseEach(String error, boolean forEver, boolean halfway) {
        int at = 1;
        for (boolean fired = true; fired; at++) {
            var test = new CrashStatesTest();
            test.disk.refuse(at, error, forEver, halfway);
            boolean completed = test.playTwoRuns();
            fired = test.disk.refused();
            assertThat(completed).isEqualTo(!fired);
            test.disk.repair();
            assertThat(test.records.subList(test.promisedAt.size() - 1, test.records.size()))
                    .as("%s at operation %d, for ever %s, halfway %s", error, at, forEver, halfway)
                    .contains(store(test.disk).load());
        }
        assertThat(at).isGreaterThan(25);
    }

    @Test
    void a_read_that_fails_is_never_taken_for_an_empty_record() {
        playTwoRuns();
        disk.refuseReads("Permission denied");

        assertThatThrownBy(() -> store(disk).load())
                .isInstanceOf(LockException.class)
                .hasMessageContaining("the record cannot be read")
                .hasMessageContaining("Permission denied");
        assertThatThrownBy(() -> store(disk).begin(RUN)).isInstanceOf(LockException.class);
    }

    private int promised(int length) {
        int step = 0;
        while (step + 1 < promisedAt.size() && promisedAt.get(step + 1) <= length) {
            step++;
        }
        return step;
    }

    /** Two runs of a campaign each; gives whether both went through. */
    private boolean playTwoRuns() {
        try {
            play(List.of(intent("a/1"), confirmed("a/1")));
            play(List.of(intent("b/1"), inDoubt("b/1")));
            return true;
        } catch (LockException refused) {
            return false;
        }
    }

    private void play(List<LockEntry> story) {
        attempted(records.get(records.size() - 1).or(() -> Optional.of(Lock.empty(Records.LINEAGE, WORKSPACE))));
        try (var run = store(disk).begin(RUN)) {
            durable();
            for (var entry : story) {
                attempted(Optional.of(run.lock().with(entry)));
                run.record(entry);
                durable();
            }
        }
    }

    private void attempted(Optional<Lock> record) {
        records.add(record);
    }

    private void durable() {
        promisedAt.add(disk.trace().size());
    }

    private static LockStore store(FileSystemPort disk) {
        return new FileLockStore(FOLDER, WORKSPACE, SURROUNDINGS, disk);
    }
}
