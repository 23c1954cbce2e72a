package dev.muster.lock.git;

import static dev.muster.lock.file.FileLockStoreTest.SURROUNDINGS;
import static dev.muster.testing.Records.AT;
import static dev.muster.testing.Records.RUN;
import static dev.muster.testing.Records.WORKSPACE;
import static dev.muster.testing.Records.confirmed;
import static dev.muster.testing.Records.intent;
import static dev.muster.testing.Repositories.feed;
import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.git.GitBranches;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.LockStoreContract;
import dev.muster.lock.Rescue;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.LocalDisk;
import dev.muster.lock.format.LockJson;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record on a branch of a real repository, reached from two clones as CI systems make them. */
class GitLockStoreTest extends LockStoreContract {
    private static final String BRANCH = "muster/production";
    private static final String REF = "refs/heads/" + BRANCH;
    private static final RunIdentity OTHER = new RunIdentity("run-8", "robin", "0.1.0", Optional.empty());
    private static final int RUNNERS = 4;
    private static final int ROUNDS = 10;

    private final List<Duration> pauses = new ArrayList<>();

    @TempDir
    Path place;

    private Repositories repositories;
    private Path one;
    private Path two;

    @BeforeEach
    void repositories() throws IOException {
        repositories = Repositories.in(place, Files.createDirectory(place.resolve("files")));
        one = repositories.cloned("one");
        two = repositories.cloned("two");
    }

    @Override
    public LockStore store() {
        return in(one);
    }

    @Override
    public LockStore again() {
        return in(two);
    }

    private LockStore in(Path clone) {
        return in(clone, SURROUNDINGS);
    }

    private LockStore in(Path clone, LockEnvironment surroundings) {
        return new GitLockStore(branch(clone), WORKSPACE, surroundings, new LocalDisk(), clone);
    }

    private GitBranchPort branch(Path clone) {
        return GitBranches.of(clone, BRANCH, pauses::add);
    }

    // who may send

    @Test
    void of_runs_that_begin_at_once_exactly_one_wins() throws Exception {
        var clones = List.of(one, two, repositories.cloned("three"), repositories.cloned("four"));
        var threads = Executors.newFixedThreadPool(RUNNERS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                var together = new CyclicBarrier(RUNNERS);
                var won = new ArrayList<ExclusiveRun>();
                for (var attempt : threads.invokeAll(
                        clones.stream().map(clone -> beginning(clone, together)).toList())) {
                    attempt.get().ifPresent(won::add);
                }
                assertThat(won).as("round %s", round).hasSize(1);
                won.get(0).close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Callable<Optional<ExclusiveRun>> beginning(Path clone, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                return Optional.of(in(clone).begin(RUN));
            } catch (LockException refused) {
                assertThat(refused.why()).isEqualTo(LockException.Why.HELD);
                return Optional.empty();
            }
        };
    }

    @Test
    void of_two_that_push_the_very_same_only_the_first_wins() {
        var files = Map.of("a", new byte[] {1});
        assertThat(branch(one).push(Optional.empty(), Set.of(), files, "the same\n"))
                .isPresent();
        assertThat(branch(two).push(Optional.empty(), Set.of(), files, "the same\n"))
                .isEmpty();
    }

    @Test
    void a_push_upon_what_was_there_before_changes_nothing() {
        var first = branch(one).push(Optional.empty(), Set.of(), Map.of("a", new byte[] {1}), "first\n");
        var second = branch(two).push(branch(two).tip(), Set.of(), Map.of("a", new byte[] {2}), "second\n");
        assertThat(branch(one).push(first, Set.of(), Map.of("a", new byte[] {3}), "late\n"))
                .isEmpty();
        assertThat(branch(one).tip()).isEqualTo(second);
    }

    @Test
    void a_run_that_died_holds_the_record_for_a_quarter_of_an_hour_and_leaves_its_intent_as_a_doubt() {
        var slow = store().begin(RUN);
        slow.record(intent("sale/1"));
        assertThatThrownBy(() -> at(two, 14).begin(OTHER)).hasMessageContaining("or until 2026-11-30T09:15:00Z");

        var next = at(two, 16).begin(OTHER);
        assertThat(next.lock().entry(intent("sale/1").identity())).contains(intent("sale/1"));

        var refused = catchThrowableOfType(LockException.class, () -> slow.record(intent("party/1")));
        assertThat(refused.why()).isEqualTo(LockException.Why.OVERTAKEN);
        slow.close();
        next.record(confirmed("sale/1"));
        next.close();
        assertThat(store().load().orElseThrow().entries())
                .containsOnlyKeys(intent("sale/1").identity());
    }

    @Test
    void the_outcome_that_a_run_could_not_record_is_fed_back_although_that_run_still_holds_the_record()
            throws IOException {
        var rescue = keptByARunThatCouldNotEnd();
        assertThatThrownBy(() -> again().begin(OTHER)).hasMessageContaining("is held by run run-7");

        try (var run = again().beginFor(rescue, OTHER)) {
            run.record(rescue.into(run.lock()).orElseThrow());
        }
        assertThat(store().load().orElseThrow().entry(intent("sale/1").identity()))
                .contains(confirmed("sale/1"));
        again().begin(OTHER).close();
    }

    private Rescue keptByARunThatCouldNotEnd() throws IOException {
        var run = store().begin(RUN);
        run.record(intent("sale/1"));
        var aside = place.resolve("aside");
        Files.move(repositories.remote(), aside);
        assertThatThrownBy(() -> run.record(confirmed("sale/1"))).isInstanceOf(LockException.class);
        run.close();
        Files.move(aside, repositories.remote());
        return new Rescue(run.lineage(), confirmed("sale/1"));
    }

    /** All jobs of a pipeline have one run's name. */
    @Test
    void a_run_of_the_same_name_that_began_after_it_keeps_its_hold() throws IOException {
        var rescue = keptByARunThatCouldNotEnd();
        var living = at(two, 16).begin(RUN);

        var refused =
                catchThrowableOfType(LockException.class, () -> at(one, 17).beginFor(rescue, OTHER));

        assertThat(refused.why()).isEqualTo(LockException.Why.HELD);
        living.record(intent("party/1"));
        assertThatThrownBy(() -> at(one, 17).beginFor(rescue, OTHER)).hasMessageContaining("is held by");
        living.close();
    }

    private LockStore at(Path clone, int minutes) {
        var clock = Clock.fixed(AT.plus(Duration.ofMinutes(minutes)), ZoneOffset.UTC);
        return in(clone, new LockEnvironment(SURROUNDINGS.lineages(), clock, 1, "other.example"));
    }

    // what a step costs, and where it is

    @Test
    void a_send_takes_two_pushes_and_none_touches_the_file() throws IOException {
        record(store(), intent("earlier/1"), confirmed("earlier/1"));
        long before = commits();
        var run = again().begin(OTHER);
        var file = git(repositories.remote(), "rev-parse", REF + ":lock.json");
        run.record(intent("sale/1"));
        run.witness(intent("sale/1").identity(), "HTTP 201");
        assertThat(Files.readString(two.resolve("production.lock.answers"))).contains("HTTP 201");
        run.record(confirmed("sale/1"));
        assertThat(git(repositories.remote(), "rev-parse", REF + ":lock.json")).isEqualTo(file);
        run.close();
        assertThat(commits() - before).as("begin, intent, outcome, end").isEqualTo(4);
        assertThat(git(repositories.remote(), "ls-tree", "--name-only", REF)).isEqualTo("lock.json");
        assertThat(two.resolve("production.lock.answers")).doesNotExist();
    }

    private long commits() {
        return Long.parseLong(git(repositories.remote(), "rev-list", "--count", REF));
    }

    @Test
    void the_commits_tell_the_story_of_a_send() {
        record(store(), intent("sale/1"), confirmed("sale/1"));
        assertThat(git(repositories.remote(), "log", "--reverse", "--format=%an: %s", REF))
                .isEqualTo("""
                Muster: Begin run-7
                Muster: Record sale/1 as INTENT
                Muster: Record sale/1 as CONFIRMED
                Muster: End run-7""");
    }

    @Test
    void an_answer_whose_outcome_the_branch_did_not_take_stays_on_this_machine() throws IOException {
        var run = store().begin(RUN);
        run.record(intent("sale/1"));
        repositories.hook("pre-receive", "exit 1");
        run.witness(intent("sale/1").identity(), "HTTP 201");
        assertThatThrownBy(() -> run.record(confirmed("sale/1"))).isInstanceOf(LockException.class);
        run.close();
        assertThat(Files.readString(one.resolve("production.lock.answers"))).contains("sale/1", "HTTP 201");
    }

    // remotes that fail

    @Test
    void a_push_that_took_effect_counts_although_the_connection_broke() {
        repositories.hook("post-receive", "kill -9 $PPID");
        var recorded = record(store(), intent("sale/1"), confirmed("sale/1"));
        assertThat(again().load()).contains(recorded);
        assertThat(pauses).isEmpty();
    }

    @Test
    void what_the_remote_does_not_take_is_not_recorded_and_frees_the_branch() {
        var run = store().begin(RUN);
        repositories.hook("pre-receive", "echo 'this branch is protected' >&2; exit 1");
        var refused = catchThrowableOfType(LockException.class, () -> run.record(intent("sale/1")));
        assertThat(refused.why()).isEqualTo(LockException.Why.UNWRITABLE);
        assertThat(refused)
                .hasMessageContaining("this branch is protected")
                .hasMessageContaining("the right to push")
                .hasMessageContaining("nothing more is sent");
        assertThat(run.lock().entries()).isEmpty();
        assertThatThrownBy(() -> run.record(intent("party/1"))).hasMessageContaining("records nothing more");
        assertThat(pauses).as("a refusal is not asked again").isEmpty();

        repositories.hook("pre-receive", "exit 0");
        run.close();
        again().begin(OTHER).close();
    }

    @Test
    void a_remote_that_is_away_for_a_moment_is_tried_again() throws IOException {
        var aside = place.resolve("aside");
        var back = GitBranches.of(one, BRANCH, pause -> move(aside, repositories.remote()));
        try (var run = new GitLockStore(back, WORKSPACE, SURROUNDINGS, new LocalDisk(), one).begin(RUN)) {
            Files.move(repositories.remote(), aside);
            run.record(intent("sale/1"));
        }
        assertThat(again().load().orElseThrow().entries())
                .containsKey(intent("sale/1").identity());
    }

    private static void move(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.move(from, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_remote_that_stays_away_ends_the_run_after_a_minute() throws IOException {
        var run = store().begin(RUN);
        Files.move(repositories.remote(), place.resolve("aside"));
        var refused = catchThrowableOfType(LockException.class, () -> run.record(intent("sale/1")));
        assertThat(refused.why()).isEqualTo(LockException.Why.UNWRITABLE);
        assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(30L, 60L);
        run.close();
        assertThatThrownBy(() -> store().load())
                .isInstanceOf(EnvironmentException.class)
                .isNotInstanceOf(LockException.class)
                .hasMessageContaining("cannot know what was sent");
    }

    // rollback

    @Test
    void a_branch_that_was_deleted_is_refused_where_it_was_seen() {
        record(store(), intent("sale/1"));
        git(repositories.remote(), "update-ref", "-d", REF);
        assertRolledBack(store(), "was seen there and is not part of it any more");
    }

    @Test
    void a_branch_that_was_forced_back_is_refused_where_it_was_seen() {
        record(store(), intent("sale/1"));
        git(repositories.remote(), "update-ref", REF, REF + "~1");
        assertRolledBack(store(), "was seen there and is not part of it any more");
    }

    @Test
    void a_branch_that_was_begun_anew_is_refused_where_it_was_seen() {
        record(store(), intent("sale/1"));
        git(repositories.remote(), "update-ref", "-d", REF);
        again().begin(OTHER).close();
        assertRolledBack(store(), "was seen there and is not part of it any more");
    }

    @Test
    void a_revert_is_refused_everywhere() {
        record(store(), intent("sale/1"));
        commit(tree(REF + "~2"), "Revert \"End run-7\"", "-p", REF);
        assertRolledBack(again(), "was not made by Muster");
    }

    @Test
    void an_older_version_under_the_message_of_a_newer_one_is_refused_everywhere() {
        record(store(), intent("sale/1"));
        commit(tree(REF + "~2"), message(), "-p", REF);
        assertRolledBack(again(), "older than its history");
    }

    @Test
    void an_older_serial_after_a_newer_one_is_refused_everywhere() {
        record(store(), intent("sale/1"));
        var older = git(repositories.remote(), "log", "-1", "--format=%B", REF + "~2");
        commit(tree(REF + "~2"), older, "-p", REF);
        assertRolledBack(again(), "does not continue the record before it");
    }

    @Test
    void a_merge_that_keeps_one_side_is_refused_everywhere() {
        record(store(), intent("sale/1"));
        commit(tree(REF), message(), "-p", REF + "~1", "-p", REF);
        assertRolledBack(again(), "was not made by Muster");
    }

    @Test
    void a_record_without_an_entry_that_its_history_has_is_refused_everywhere() {
        var lock = record(store(), intent("sale/1"), confirmed("sale/1"));
        var empty = Lock.empty(lock.lineage(), WORKSPACE);
        var forged = new Lock(
                lock.lineage(),
                lock.serial(),
                WORKSPACE,
                empty.entries(),
                lock.consumed(),
                lock.answers(),
                lock.suppression(),
                lock.observations(),
                lock.singles());
        commit(treeOf("lock.json", LockJson.write(forged, Optional.empty()).text()), message(), "-p", REF);
        assertRolledBack(again(), "older than its history");
    }

    @Test
    void a_journal_that_lost_its_end_is_refused_everywhere() {
        var run = store().begin(RUN);
        run.record(intent("sale/1"));
        run.record(confirmed("sale/1"));
        commit(treeWithout("journal-000000000002"), message(), "-p", REF);
        assertRolledBack(again(), "older than its history");
    }

    @Test
    void an_edited_or_truncated_file_is_refused_everywhere() {
        record(store(), intent("sale/1"));
        var text = git(repositories.remote(), "cat-file", "blob", REF + ":lock.json");
        for (var damaged : List.of(text.replace("INTENT", "REJECT"), text.substring(0, text.length() / 2), "")) {
            commit(treeOf("lock.json", damaged), message(), "-p", REF);
            var refused = catchThrowableOfType(LockException.class, () -> again().load());
            assertThat(refused.why()).isEqualTo(LockException.Why.DAMAGED);
            assertThat(refused).hasMessageContaining("branch muster/production of origin: lock.json");
            git(repositories.remote(), "update-ref", REF, REF + "~1");
        }
    }

    @Test
    void what_was_refused_is_not_remembered_so_that_putting_the_branch_back_is_enough() {
        var lock = record(store(), intent("sale/1"));
        commit(tree(REF + "~2"), "Revert \"End run-7\"", "-p", REF);
        var refused = catchThrowableOfType(LockException.class, () -> again().load());
        var cure = String.valueOf(refused.getMessage())
                .lines()
                .filter(line -> line.contains("Put it back: git "))
                .findFirst()
                .orElseThrow();
        git(two, cure.substring(cure.indexOf(": git ") + 6).split(" "));
        assertThat(again().load()).contains(lock);
        assertThat(store().load()).contains(lock);
    }

    @Test
    void the_record_of_another_workspace_is_refused() {
        record(store(), intent("sale/1"));
        var other = new WorkspaceIdentity("production", "another", WORKSPACE.baseUrl());
        var store = new GitLockStore(branch(two), other, SURROUNDINGS, new LocalDisk(), two);
        assertThat(catchThrowableOfType(LockException.class, store::load).why())
                .isEqualTo(LockException.Why.OTHER_WORKSPACE);
    }

    private String message() {
        return git(repositories.remote(), "log", "-1", "--format=%B", REF);
    }

    private static String tree(String commit) {
        return commit + "^{tree}";
    }

    private String treeOf(String name, String content) {
        var blob = feed(content, repositories.remote(), "hash-object", "-w", "--stdin");
        return feed("100644 blob " + blob + "\t" + name + "\n", repositories.remote(), "mktree");
    }

    private String treeWithout(String name) {
        var rows = git(repositories.remote(), "ls-tree", REF)
                .lines()
                .filter(row -> !row.endsWith("\t" + name))
                .toList();
        return feed(String.join("\n", rows) + "\n", repositories.remote(), "mktree");
    }

    private void commit(String tree, String message, String... parents) {
        var arguments = new ArrayList<>(List.of("commit-tree", tree, "-m", message));
        arguments.addAll(List.of(parents));
        git(repositories.remote(), "update-ref", REF, git(repositories.remote(), arguments.toArray(String[]::new)));
    }

    private static void assertRolledBack(LockStore store, String words) {
        for (var attempt : List.<Runnable>of(store::load, () -> store.begin(RUN))) {
            var refused = catchThrowableOfType(LockException.class, attempt::run);
            assertThat(refused.why()).isEqualTo(LockException.Why.ROLLED_BACK);
            assertThat(refused)
                    .hasMessageContaining(words)
                    .hasMessageContaining("Nothing is sent")
                    .hasMessageContaining("git push --force origin ");
        }
    }

    private static Lock record(LockStore store, LockEntry... entries) {
        try (var run = store.begin(RUN)) {
            for (var entry : entries) {
                run.record(entry);
            }
            return run.lock();
        }
    }
}
