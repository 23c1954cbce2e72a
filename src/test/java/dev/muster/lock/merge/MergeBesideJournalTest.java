package dev.muster.lock.merge;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.identity;
import static dev.muster.testing.Records.intent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.LocalDisk;
import dev.muster.lock.format.LockJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run broke off, and its journal lies beside a lock that git merged since: its steps are never forgotten. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeBesideJournalTest {
    private static final Lock BASE =
            Lock.empty(LINEAGE, WORKSPACE).with(intent("m/1")).with(confirmed("m/1"));
    private static final Lock OTHERS =
            BASE.with(intent("b/1")).with(confirmed("b/1")).with(intent("c/1")).with(confirmed("c/1"));

    @TempDir
    Path folder;

    /** The version on which the run that broke off began. */
    private LockVersion ours;

    private final LockVersion theirs = version("theirs", OTHERS);

    @BeforeEach
    void break_off() throws IOException {
        var before = Files.createDirectory(folder.resolve("before"));
        try (var run = store(before).begin(RUN)) {
            run.record(intent("m/1"));
            run.record(confirmed("m/1"));
        }
        var run = store(before).begin(RUN);
        run.record(intent("sale/1"));
        for (var name : List.of("lock.json", "lock.journal", "lock.seen")) {
            Files.copy(before.resolve("production." + name), folder.resolve("production." + name));
        }
        run.close();
        ours = new LockVersion("ours", Files.readString(file()));
    }

    @Test
    void the_steps_come_upon_the_version_that_they_continue_whichever_side_that_is() throws IOException {
        var journal = Files.readAllBytes(journal());
        for (var versions : List.of(
                new LockVersions(Optional.empty(), ours, theirs), new LockVersions(Optional.empty(), theirs, ours))) {
            assertThat(store(folder).merge(RUN, versions, CommittedLocks.NONE, Optional.empty()))
                    .isInstanceOf(LockMerged.Joined.class);

            assertNothingForgotten();
            assertThat(journal()).doesNotExist();
            Files.write(journal(), journal);
            assertNothingForgotten(); // as after a crash between the new file and the journal's end
            Files.writeString(file(), ours.text());
            Files.write(journal(), journal);
            Files.delete(folder.resolve("production.lock.seen"));
        }
    }

    /** Git's driver knows of no journal; what it made of both names our version as the one before it. */
    @Test
    void a_lock_that_git_merged_without_the_journal_is_refused_until_both_are_joined() throws IOException {
        var versions = new LockVersions(Optional.empty(), ours, theirs);
        Files.writeString(file(), versions.file((LockMerged.Joined) versions.merged()));

        assertThatThrownBy(() -> store(folder).load())
                .isInstanceOf(LockException.class)
                .hasMessageContaining("production.lock.journal continues")
                .hasMessageContaining("-S " + ours.named().orElseThrow())
                .hasMessageContaining("muster lock merge other.lock.json");
        var merged = new LockVersion("lock", Files.readString(file()));
        store(folder)
                .merge(RUN, new LockVersions(Optional.empty(), merged, ours), CommittedLocks.NONE, Optional.empty());

        assertNothingForgotten();
    }

    @Test
    void a_journal_that_continues_neither_version_stays_and_nothing_is_joined() throws IOException {
        var versions = new LockVersions(Optional.empty(), theirs, theirs);
        var before = Files.readString(file());

        assertThatThrownBy(() -> store(folder).merge(RUN, versions, CommittedLocks.NONE, Optional.empty()))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("Keep the journal");
        assertThat(file()).hasContent(before);
        assertThat(journal()).exists();
    }

    private void assertNothingForgotten() {
        try (var run = store(folder).begin(RUN)) {
            assertThat(run.lock().entries())
                    .containsOnlyKeys(identity("b/1"), identity("c/1"), identity("m/1"), identity("sale/1"));
        }
        assertThat(journal()).doesNotExist();
    }

    private static LockVersion version(String name, Lock lock) {
        return new LockVersion(name, LockJson.write(lock, Optional.empty()).text());
    }

    private Path file() {
        return folder.resolve("production.lock.json");
    }

    private Path journal() {
        return folder.resolve("production.lock.journal");
    }

    private static FileLockStore store(Path folder) {
        return new FileLockStore(folder, WORKSPACE, SURROUNDINGS, new LocalDisk());
    }
}
