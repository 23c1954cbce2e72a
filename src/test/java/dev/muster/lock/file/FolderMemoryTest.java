package dev.muster.lock.file;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.RandomLocks;
import dev.muster.lock.StepMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder remembers of its record, and what is refused for it: a whole record that is older, gone or another one. */
class FolderMemoryTest {
    @TempDir
    Path folder;

    @Test
    void a_record_that_was_deleted_is_refused() throws IOException {
        recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        Files.delete(file());
        assertRefused(LockException.Why.ROLLED_BACK, "the record is gone", "Serial 2", "git -C", "backup");
        assertThat(store().load()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_record_that_was_put_back_older_can_be_read_but_no_run_begins_on_it() throws IOException {
        recordInOneRun(intent("sale/1"));
        var older = Files.readString(file());
        recordInOneRun(confirmed("sale/1"), intent("party/1"), confirmed("party/1"));
        Files.writeString(file(), older);

        assertRefused(
                LockException.Why.ROLLED_BACK,
                "it has serial 1, and serial 4 was seen",
                "party/1 (CONFIRMED since",
                "sale/1 (CONFIRMED since");
        assertThat(store().load().orElseThrow().serial()).isEqualTo(1);
        assertThat(Files.readString(file())).isEqualTo(older);
    }

    @Test
    void the_newest_record_put_back_is_taken_again() throws IOException {
        recordInOneRun(intent("sale/1"));
        var older = Files.readString(file());
        recordInOneRun(confirmed("sale/1"));
        var newest = Files.readString(file());
        Files.writeString(file(), older);
        store().load();
        Files.writeString(file(), newest);

        assertThat(store().look().objection()).isEmpty();
        recordInOneRun(intent("party/1"));
    }

    @Test
    void a_newer_record_of_a_colleague_is_taken_and_seen_by_whoever_only_looks() throws IOException {
        recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        var mine = Files.readString(file());
        var theirs = recordElsewhere(mine, intent("party/1"), confirmed("party/1"));
        Files.writeString(file(), theirs);
        assertThat(store().look().objection()).isEmpty();

        Files.writeString(file(), mine);
        assertRefused(LockException.Why.ROLLED_BACK, "party/1 (CONFIRMED since");
    }

    @Test
    void one_side_of_a_merge_that_forgets_the_other_is_refused_however_high_its_serial() throws IOException {
        recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        var common = Files.readString(file());
        recordInOneRun(intent("mine/1"));
        Files.writeString(file(), recordElsewhere(common, intent("theirs/1"), confirmed("theirs/1"), intent("more/1")));

        assertRefused(LockException.Why.ROLLED_BACK, "mine/1 (INTENT since", "muster lock merge");
    }

    @Test
    void an_entry_that_is_less_far_is_refused() throws IOException {
        recordInOneRun(intent("sale/1"));
        var common = Files.readString(file());
        recordInOneRun(confirmed("sale/1"));
        Files.writeString(file(), recordElsewhere(common, intent("a/1"), intent("b/1")));
        assertRefused(LockException.Why.ROLLED_BACK, "sale/1 (CONFIRMED since");
    }

    @Test
    void another_record_is_refused() throws IOException {
        recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        var here = Files.readString(file());
        var other = here.replace(LINEAGE, "another-lineage");
        Files.writeString(file(), resealed(other));
        assertRefused(LockException.Why.ROLLED_BACK, "not the record that was used here before");
    }

    @Test
    void a_journal_that_was_deleted_after_a_run_broke_off_is_refused() throws IOException {
        breakOffAfter(intent("sale/1"));
        Files.delete(folder.resolve("production.lock.journal"));
        assertRefused(LockException.Why.ROLLED_BACK, "the journal is gone");
    }

    @Test
    void a_journal_that_was_deleted_before_a_colleagues_record_came_is_refused() throws IOException {
        recordInOneRun(intent("sale/1"), confirmed("sale/1"));
        var common = Files.readString(file());
        breakOffAfter(intent("party/1"));
        Files.delete(folder.resolve("production.lock.journal"));
        Files.writeString(file(), recordElsewhere(common, intent("theirs/1")));
        assertRefused(LockException.Why.ROLLED_BACK, "the journal is gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "4\n", "4 sha256:00\n", "lineage x\n"})
    void a_memory_that_is_damaged_is_refused(String text) throws IOException {
        recordInOneRun(intent("sale/1"));
        Files.writeString(seen(), text);
        assertRefused(LockException.Why.DAMAGED, "production.lock.seen is not as Muster wrote it", "delete this file");
        assertThat(store().load()).isPresent();
    }

    @Test
    void a_memory_that_lost_a_line_is_refused_where_its_lines_count() throws IOException {
        recordInOneRun(intent("sale/1"), intent("party/1"));
        var older = Files.readString(file());
        recordInOneRun(confirmed("sale/1"));
        var lines = Files.readAllLines(seen());
        lines.remove(3);
        Files.write(seen(), lines);
        Files.writeString(file(), older);
        assertRefused(LockException.Why.DAMAGED, "not as Muster wrote it");
    }

    @Test
    void a_memory_that_is_a_folder_is_refused() throws IOException {
        Files.createDirectory(seen());
        assertRefused(LockException.Why.DAMAGED, "it is a folder");
    }

    @Test
    void a_clone_without_a_memory_takes_the_record_as_it_is_and_remembers_it() throws IOException {
        recordInOneRun(intent("sale/1"));
        var older = Files.readString(file());
        recordInOneRun(confirmed("sale/1"));
        Files.delete(seen());
        assertThat(store().look().objection()).isEmpty();

        Files.writeString(file(), older);
        assertRefused(LockException.Why.ROLLED_BACK, "serial 2 was seen");
    }

    @Test
    void a_record_in_a_database_that_was_used_from_here_is_not_this_one() throws IOException {
        recordInOneRun(intent("sale/1"));
        Files.writeString(seen(), new StepMark(7, confirmedDigest()).line());
        assertRefused(LockException.Why.ROLLED_BACK, "not the record that was used here before");
    }

    @Test
    void a_folder_where_nothing_can_be_remembered_can_be_looked_at() {
        recordInOneRun(intent("sale/1"));
        var disk = new FaultyDisk(FaultyDisk.Fault.REFUSES, 1);
        assertThat(new FileLockStore(folder, WORKSPACE, SURROUNDINGS, disk).load())
                .isPresent();
    }

    @Test
    void a_single_message_is_remembered_as_well() throws IOException {
        recordInOneRun(intent("sale/1"));
        var older = Files.readString(file());
        var single = MessageEntry.intend(new RandomLocks(1).single().attempt());
        try (var run = store().begin(RUN)) {
            run.record(single);
        }
        Files.writeString(file(), older);
        assertRefused(LockException.Why.ROLLED_BACK, single.identity() + " (INTENT since");
    }

    private static dev.muster.model.Sha256 confirmedDigest() {
        return dev.muster.model.Sha256.of(confirmed("sale/1").toString());
    }

    private void assertRefused(LockException.Why why, String... parts) {
        var objection = store().look().objection().orElseThrow();
        assertThat(objection.why()).isEqualTo(why);
        assertThat(objection).hasMessageContainingAll(parts);
        var onBegin = catchThrowableOfType(LockException.class, () -> store().begin(RUN));
        assertThat(onBegin).hasMessage(objection.getMessage());
        assertThat(store().look().objection().orElseThrow()).hasMessage(objection.getMessage());
    }

    /** What a colleague's clone makes of a record. */
    private String recordElsewhere(String from, LockEntry... entries) throws IOException {
        var clone = Files.createTempDirectory(folder, "clone");
        Files.writeString(clone.resolve("production.lock.json"), from);
        record(new FileLockStore(clone, WORKSPACE, SURROUNDINGS, new LocalDisk()), List.of(entries));
        return Files.readString(clone.resolve("production.lock.json"));
    }

    private void recordInOneRun(LockEntry... entries) {
        record(store(), List.of(entries));
    }

    private static void record(LockStore store, List<LockEntry> entries) {
        try (var run = store.begin(RUN)) {
            entries.forEach(run::record);
        }
    }

    private void breakOffAfter(LockEntry entry) throws IOException {
        var disk = FaultyDisk.sound();
        new FileLockStore(folder, WORKSPACE, SURROUNDINGS, disk).begin(RUN).record(entry);
        disk.bury();
    }

    private static String resealed(String text) {
        var covered = text.substring(0, text.lastIndexOf("\"digest\": "));
        return covered + "\"digest\": \"" + dev.muster.model.Sha256.of(covered) + "\"\n}\n";
    }

    private LockStore store() {
        return new FileLockStore(folder, WORKSPACE, SURROUNDINGS, new LocalDisk());
    }

    private Path file() {
        return folder.resolve("production.lock.json");
    }

    private Path seen() {
        return folder.resolve("production.lock.seen");
    }
}
