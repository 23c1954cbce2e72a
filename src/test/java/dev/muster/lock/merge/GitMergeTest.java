package dev.muster.lock.merge;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.inDoubt;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.LocalDisk;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two clones that each recorded a send, brought together by a real git with Muster as its merge driver. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GitMergeTest {
    @TempDir
    Path place;

    private Path one;
    private Path two;

    @BeforeEach
    void two_clones() throws IOException {
        one = Files.createDirectory(place.resolve("one"));
        two = place.resolve("two");
        git(one, "init", "-q", "-b", "main");
        try (var attributes = GitMergeTest.class.getResourceAsStream("/init/gitattributes")) {
            Files.copy(attributes, one.resolve(".gitattributes"));
        }
        try (var ignored = GitMergeTest.class.getResourceAsStream("/init/gitignore")) {
            Files.copy(ignored, one.resolve(".gitignore"));
        }
        recorded(one, intent("sale/1"), confirmed("sale/1"));
        git(place, "clone", "-q", one.toString(), two.toString());
    }

    private static void recorded(Path clone, LockEntry... steps) {
        try (var run = store(clone).begin(RUN)) {
            for (var step : steps) {
                run.record(step);
            }
        }
        git(clone, "add", "-A");
        git(clone, "commit", "-q", "-m", "Send");
    }

    private static LockStore store(Path clone) {
        return new FileLockStore(clone, WORKSPACE, SURROUNDINGS, new LocalDisk());
    }

    /** As a person sets it up, with the program that is under test in the place of {@code muster}. */
    private static void setUpDriver(Path clone) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var program =
                "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + Repositories.classPath() + "' dev.muster.cli.Main";
        git(clone, "config", "merge.muster-lock.driver", program + " lock merge %O %A %B");
    }

    private void mergeTwoIntoOne() {
        git(one, "fetch", "-q", two.toString(), "main");
        git(one, "-c", "alias.try=!git merge -q --no-edit FETCH_HEAD || true", "try");
    }

    @Test
    void both_sends_are_in_the_lock_after_a_merge() {
        recorded(one, intent("a/1"), confirmed("a/1"));
        recorded(two, intent("b/1"));
        setUpDriver(one);

        mergeTwoIntoOne();

        assertThat(git(one, "status", "--porcelain")).isEmpty();
        assertThat(store(one).load().orElseThrow().entries().values())
                .containsExactlyInAnyOrder(confirmed("sale/1"), confirmed("a/1"), intent("b/1"));
        store(one).begin(RUN).close();
    }

    @Test
    void a_contradiction_leaves_a_lock_that_nothing_is_sent_by() {
        recorded(one, intent("c/1"), confirmed("c/1"));
        recorded(two, intent("c/1"), inDoubt("c/1"));
        setUpDriver(one);

        mergeTwoIntoOne();

        assertThat(git(one, "status", "--porcelain")).contains("UU production.lock.json");
        assertThatThrownBy(() -> store(one).begin(RUN))
                .isInstanceOf(LockException.class)
                .hasMessageContaining("unfinished merge");
    }

    /** Git then merges the lines, which fails at the serial and the digest at least. */
    @Test
    void without_the_driver_the_lock_is_refused_as_an_unfinished_merge() {
        recorded(one, intent("a/1"), confirmed("a/1"));
        recorded(two, intent("b/1"));

        mergeTwoIntoOne();

        assertThatThrownBy(() -> store(one).load())
                .isInstanceOf(LockException.class)
                .hasMessageContaining("muster lock merge");
    }
}
