package dev.muster.lock.file;

import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.LockStore;
import dev.muster.lock.LockStoreContract;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.format.LockJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.approvaltests.Approvals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class FileLockStoreTest extends LockStoreContract {
    public static final LockEnvironment SURROUNDINGS =
            new LockEnvironment(() -> LINEAGE, Clock.fixed(AT, ZoneOffset.UTC), 4711, "desk.example");

    @TempDir
    Path folder;

    @Override
    public LockStore store() {
        return store(new LocalDisk());
    }

    @Override
    public LockStore again() {
        return store(new LocalDisk());
    }

    private LockStore store(FileSystemPort disk) {
        return new FileLockStore(folder, WORKSPACE, SURROUNDINGS, disk);
    }

    private Path file() {
        return folder.resolve("production.lock.json");
    }

    private Path journal() {
        return folder.resolve("production.lock.journal");
    }

    @Test
    void a_record_that_is_written_in_several_pieces_is_whole() {
        var doubt = intent("sale/1").doubt("x".repeat(3_000_000), AT, "run-7");
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            run.record(doubt);
            assertThat(again().load()).contains(run.lock());
        }
        assertThat(again().load().orElseThrow().entries().values()).containsExactly(doubt);
    }

    @Test
    void loading_writes_nothing() throws IOException {
        store().load();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        var before = breakOffAfter(intent("sale/1"));
        store().load();
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(journal()).exists();
    }

    @Test
    void the_files_tell_the_story_of_a_send() throws IOException {
        var story = new StringBuilder();
        var seen = new HashMap<Path, String>();
        store().begin(RUN).close();
        scene(story, seen, "before");
        var run = store().begin(RUN);
        run.record(intent("holiday-sale-2026/1"));
        scene(story, seen, "after INTENT: the next step is the post");
        run.witness(intent("holiday-sale-2026/1").identity(), "201 {\"id\": \"campaign_holiday-sale-2026\"}");
        scene(story, seen, "after the answer");
        run.record(confirmed("holiday-sale-2026/1"));
        scene(story, seen, "after CONFIRMED");
        run.close();
        scene(story, seen, "after the run");
        Approvals.verify(story);
    }

    private void scene(StringBuilder story, Map<Path, String> before, String title) throws IOException {
        story.append("=== ").append(title).append('\n');
        for (var path : List.of(file(), journal(), folder.resolve("production.lock.owner"))) {
            var text = Files.exists(path) ? "\n" + Files.readString(path) : " (none)\n";
            var isSame = text.equals(before.put(path, text));
            story.append("--- ").append(path.getFileName()).append(isSame ? " (as before)\n" : text);
        }
    }

    @Test
    void each_file_names_the_one_it_replaced() throws IOException {
        store().begin(RUN).close();
        var first = read();
        recordOne(intent("sale/1"));
        var second = read();
        recordOne(inDoubt("sale/1"));

        assertThat(first.previous()).isEmpty();
        assertThat(second.previous()).contains(first.digest());
        assertThat(read().previous()).contains(second.digest());
    }

    @Test
    void a_run_that_changes_nothing_leaves_the_file_as_it_is() throws IOException {
        recordOne(intent("sale/1"));
        var before = Files.readString(file());
        store().begin(RUN).close();
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(journal()).doesNotExist();
    }

    @Test
    void a_long_run_costs_one_step_on_the_disk_per_record() {
        var disk = FaultyDisk.sound();
        try (var run = store(disk).begin(RUN)) {
            int before = disk.steps();
            for (int number = 0; number < 10_000; number++) {
                run.record(intent("key-" + number + "/1"));
            }
            assertThat(disk.steps() - before).isEqualTo(10_000);
        }
        assertThat(store().load().orElseThrow().entries()).hasSize(10_000);
    }

    @Test
    void an_older_version_under_a_journal_is_refused() throws IOException {
        store().begin(RUN).close();
        var older = Files.readString(file());
        recordOne(intent("sale/1"));
        breakOffAfter(inDoubt("sale/1"));
        Files.writeString(file(), older);

        assertRefused(LockException.Why.ROLLED_BACK, "serial 0", "continues serial 1", "git log");
    }

    @Test
    void another_version_of_the_same_serial_under_a_journal_is_refused() throws IOException {
        recordOne(intent("sale/1"));
        breakOffAfter(inDoubt("sale/1"));
        var broken = Files.readString(journal());
        Files.delete(journal());
        Files.delete(file());
        Files.delete(folder.resolve("production.lock.seen"));
        recordOne(intent("other/1"));
        Files.writeString(journal(), broken);

        assertRefused(LockException.Why.DAMAGED, "is not the version that", "production.lock.journal");
    }

    @Test
    void a_missing_file_under_a_journal_is_never_an_empty_record() throws IOException {
        breakOffAfter(intent("sale/1"));
        Files.delete(file());
        assertRefused(LockException.Why.ROLLED_BACK, "the record is missing");
    }

    @Test
    void a_damaged_file_is_refused_and_left_alone() throws IOException {
        recordOne(intent("sale/1"));
        Files.writeString(file(), "");
        assertRefused(LockException.Why.DAMAGED, "not as Muster wrote it");
        assertThat(file()).isEmptyFile();
    }

    @Test
    void the_record_of_another_workspace_is_refused() {
        recordOne(intent("sale/1"));
        var moved = new WorkspaceIdentity("production", WORKSPACE.workspaceId(), "https://other.example");
        var other = new WorkspaceIdentity("production", "another-id", WORKSPACE.baseUrl());
        for (var workspace : List.of(moved, other)) {
            var store = new FileLockStore(folder, workspace, SURROUNDINGS, new LocalDisk());
            assertThatThrownBy(store::load)
                    .isInstanceOf(LockException.class)
                    .hasMessageContaining("another workspace")
                    .hasMessageContaining(workspace.baseUrl());
        }
    }

    @Test
    void a_symbolic_link_is_refused_also_when_it_points_nowhere() throws IOException {
        Files.createSymbolicLink(file(), folder.resolve("elsewhere.json"));
        assertRefused(LockException.Why.DAMAGED, "symbolic link");
    }

    @Test
    void a_journal_that_is_a_link_is_refused() throws IOException {
        store().begin(RUN).close();
        Files.createSymbolicLink(journal(), folder.resolve("elsewhere"));
        assertRefused(LockException.Why.DAMAGED, "symbolic link");
    }

    @Test
    void a_record_that_is_a_folder_is_refused() throws IOException {
        Files.createDirectory(file());
        assertRefused(LockException.Why.DAMAGED, "it is a folder");
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused_before_anything_is_sent() {
        var nowhere = new FileLockStore(folder.resolve("missing"), WORKSPACE, SURROUNDINGS, new LocalDisk());
        var refused = catchThrowableOfType(LockException.class, () -> nowhere.begin(RUN));
        assertThat(refused.why()).isEqualTo(LockException.Why.UNWRITABLE);
        assertThat(refused).hasMessageContaining("nothing more is sent");
    }

    @Test
    void after_a_step_could_not_be_written_the_run_records_nothing_more() {
        var disk = new FaultyDisk(FaultyDisk.Fault.REFUSES, 10);
        var run = store(disk).begin(RUN);
        run.record(intent("sale/1"));
        var kept = run.lock();
        assertThatThrownBy(() -> run.record(inDoubt("sale/1")))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> run.record(confirmed("sale/1")))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("Run again");
        run.close();

        assertThat(store().load()).contains(kept);
        store().begin(RUN).close();
        assertThat(store().load()).contains(kept);
    }

    @Test
    void a_run_whose_end_cannot_be_written_says_where_its_steps_are() {
        var disk = new FaultyDisk(FaultyDisk.Fault.REFUSES, 10);
        var run = store(disk).begin(RUN);
        run.record(intent("sale/1"));
        var kept = run.lock();
        assertThatThrownBy(run::close)
                .isInstanceOf(LockException.class)
                .hasMessageStartingWith(journal() + ": everything this run did is recorded here")
                .hasMessageContaining("No space left on device");

        store().begin(RUN).close();
        assertThat(store().load()).contains(kept);
    }

    @Test
    void a_long_answer_is_cut_between_characters() {
        try (var run = store().begin(RUN)) {
            run.record(intent("sale/1"));
            run.witness(intent("sale/1").identity(), "x" + "é".repeat(100_000));
        }
        var kept = store().load().orElseThrow().answers().get(intent("sale/1").identity());
        assertThat(kept).isEqualTo("x" + "é".repeat(32 * 1024 - 1));
    }

    private void assertRefused(LockException.Why why, String... parts) {
        var onLoad = catchThrowableOfType(LockException.class, () -> store().load());
        assertThat(onLoad.why()).isEqualTo(why);
        assertThat(onLoad).hasMessageContainingAll(parts);
        var onBegin = catchThrowableOfType(LockException.class, () -> store().begin(RUN));
        assertThat(onBegin).hasMessage(onLoad.getMessage());
    }

    private void recordOne(LockEntry entry) {
        try (var run = store().begin(RUN)) {
            run.record(entry);
        }
    }

    /** A run that dies after one step; gives the lock file as the run left it. */
    private String breakOffAfter(LockEntry entry) throws IOException {
        var disk = FaultyDisk.sound();
        store(disk).begin(RUN).record(entry);
        disk.bury();
        return Files.readString(file());
    }

    private LockFile read() throws IOException {
        try (var in = Files.newInputStream(file())) {
            return LockJson.read(file().toString(), in, Files.size(file()));
        }
    }
}
