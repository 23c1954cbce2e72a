package dev.muster.lock.merge;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a record, as git brings them together; and a lock file as git may leave it. */
class LockMergeTest {
    private static final Lock BASE =
            Lock.empty(LINEAGE, WORKSPACE).with(intent("sale/1")).with(confirmed("sale/1"));

    @TempDir
    Path folder;

    @Test
    void what_either_side_has_is_in_the_result_and_its_serial_is_above_both() {
        var ours = BASE.with(intent("a/1")).with(confirmed("a/1"));
        var theirs = BASE.with(intent("b/1"));
        var joined = (LockMerged.Joined) joined(Optional.of(BASE), ours, theirs);
        assertThat(joined.lock().entries().values())
                .containsExactlyInAnyOrder(confirmed("a/1"), intent("b/1"), confirmed("sale/1"));
        assertThat(joined.lock().serial()).isEqualTo(5);
        assertThat(joined(Optional.of(BASE), BASE, BASE)).isEqualTo(new LockMerged.Joined(BASE, List.of()));
    }

    @Test
    void the_side_that_went_on_with_an_entry_wins() {
        var ours = BASE.with(intent("a/1"));
        var theirs = ours.with(inDoubt("a/1"));
        var joined = (LockMerged.Joined) joined(Optional.of(ours), ours, theirs);
        assertThat(joined.lock()).isEqualTo(theirs);
    }

    @Test
    void two_outcomes_of_one_send_contradict_each_other_and_both_are_shown() {
        var ours = BASE.with(intent("a/1")).with(confirmed("a/1"));
        var theirs = BASE.with(intent("a/1")).with(inDoubt("a/1"));
        var apart = (LockMerged.Apart) joined(Optional.of(BASE), ours, theirs);
        assertThat(apart.contradictions()).singleElement().asString().contains("a/1", "CONFIRMED", "IN_DOUBT");
    }

    @Test
    void changed_line_ends_are_forgiven() throws IOException {
        recordOne();
        var before = store().load();
        Files.writeString(file(), Files.readString(file()).replace("\n", "\r\n"));
        assertThat(store().load()).isEqualTo(before);
        store().begin(RUN).close();
    }

    @Test
    void conflict_marks_are_named_also_where_some_were_taken_out() throws IOException {
        recordOne();
        var text = Files.readString(file());
        for (var mark : new String[] {"<<<<<<< HEAD\n", "||||||| 1234567\n", "=======\n", ">>>>>>> theirs\n"}) {
            Files.writeString(file(), text.replace("  \"serial\"", mark + "  \"serial\""));
            assertThatThrownBy(() -> store().load())
                    .isInstanceOf(LockException.class)
                    .hasMessageContaining("unfinished merge")
                    .hasMessageContaining("muster lock merge");
        }
    }

    private static LockMerged joined(Optional<Lock> base, Lock ours, Lock theirs) {
        return MergeDecisionTest.joined(base, ours, theirs, Optional.empty());
    }

    private void recordOne() {
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
        }
    }

    private Path file() {
        return folder.resolve("production.lock.json");
    }

    private LockStore store() {
        return new FileLockStore(folder, WORKSPACE, SURROUNDINGS, new LocalDisk());
    }
}
