package dev.muster.cli.lock;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.env.ExitCode;
import dev.muster.testing.Repositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody committed a lock with git's conflict marks: nothing is sent by it, and one command joins both sides again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConflictMarksTest {
    private static final String LOCK = "campaigns/sandbox.lock.json";

    @TempDir
    static Path folder;

    private static InMemoryProgram program;

    /** What was sent before; by us after that; and by others, recorded beside ours ("b") or far from it ("z"). */
    private static String base;

    private static String ours;
    private static String theirs;
    private static String farTheirs;

    @BeforeAll
    static void begin() throws IOException {
        program = new InMemoryProgram(folder);
        program.run("init");
        base = sent("m1");
        ours = sent("a1");
        theirs = onBase("b1");
        farTheirs = onBase("z1");
    }

    @AfterAll
    static void end() {
        program.close();
    }

    private static String onBase(String key) throws IOException {
        put(base);
        return sent(key);
    }

    private static String sent(String key) throws IOException {
        program.campaign(key);
        var run = program.run("apply", "--confirm", "6");
        assertThat(run.code()).as(run.all()).isZero();
        return lock();
    }

    private static String lock() throws IOException {
        return Files.readString(folder.resolve(LOCK));
    }

    private static void put(String lock) throws IOException {
        Files.writeString(folder.resolve(LOCK), lock);
        Files.deleteIfExists(folder.resolve("campaigns/sandbox.lock.seen"));
    }

    @BeforeEach
    void repository() throws IOException {
        if (Files.exists(folder.resolve(".git"))) {
            try (var files = Files.walk(folder.resolve(".git"))) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> assertThat(file.toFile().delete()).isTrue());
            }
        }
        Files.deleteIfExists(folder.resolve("campaigns/.gitattributes"));
        Files.deleteIfExists(folder.resolve("campaigns/sandbox.lock.journal"));
        git(folder, "init", "-q", "-b", "main");
        commit(base);
        git(folder, "branch", "other");
    }

    private static void commit(String lock) throws IOException {
        put(lock);
        git(folder, "add", LOCK);
        git(folder, "commit", "-q", "-m", "Send");
    }

    /** Both branches sent, and git's own merge of the two is committed as it is. */
    private static void marked(String style, String way, String others) throws IOException {
        commit(ours);
        git(folder, "checkout", "-q", "other");
        commit(others);
        git(folder, "checkout", "-q", way.equals("rebase") ? "other" : "main");
        Repositories.tried(folder, "-c", "merge.conflictStyle=" + style, way, way.equals("rebase") ? "main" : "other");
        git(folder, "add", LOCK);
        git(folder, "-c", "core.editor=true", way, "--continue");
        assertThat(lock()).contains("<<<<<<< ", ">>>>>>> ");
    }

    private static InMemoryProgram.Run joined(String... sent) throws IOException {
        var joined = program.run("lock", "merge");
        assertThat(joined.code()).as(joined.all()).isZero();
        assertThat(joined.out()).contains("Next: git add " + LOCK);
        var list = program.run("lock", "list");
        assertThat(list.code()).as(list.all()).isZero();
        assertThat(list.out().lines().filter(line -> line.contains("/1")).map(line -> line.replaceAll("/1.*", "")))
                .containsExactly(sent);
        return joined;
    }

    @ParameterizedTest
    @CsvSource({
        "merge, merge",
        "diff3, merge",
        "zdiff3, merge",
        "merge, rebase",
        "diff3, rebase",
        "zdiff3, rebase",
        "merge, cherry-pick",
        "diff3, cherry-pick",
        "zdiff3, cherry-pick"
    })
    void both_sides_are_joined_however_git_marked_them(String style, String way) throws IOException {
        marked(style, way, theirs);
        joined("a1", "b1", "m1");
    }

    /** Git joins entries that are far from each other by itself, so its marks hold neither side whole. */
    @ParameterizedTest
    @CsvSource({"merge, merge", "diff3, merge", "zdiff3, rebase", "diff3, cherry-pick"})
    void sides_that_git_mixed_are_taken_from_its_commits(String style, String way) throws IOException {
        marked(style, way, farTheirs);

        joined("a1", "m1", "z1");
    }

    @Test
    void every_command_refuses_and_names_the_one_that_joins() throws IOException {
        marked("merge", "merge", theirs);

        for (var command : List.of("plan", "apply", "status", "lock list", "lock verify", "report")) {
            var refused = program.run(command.split(" "));
            assertThat(refused.code()).as(command).isEqualTo(ExitCode.REFUSED.number());
            assertThat(refused.err()).as(command).contains("conflict marks", "`muster lock merge`");
        }
        assertThat(lock()).contains("<<<<<<< ");
    }

    /** The marks are there no more, or not all of them; but the digests of both versions are. */
    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<<", ">>>>>>>", "=======", "<<<<<<<|>>>>>>>"})
    void marks_of_which_some_were_taken_out_still_name_both_versions(String removed) throws IOException {
        marked("merge", "merge", farTheirs);
        commit(lock().replaceAll("(?m)^(?:" + removed + ").*\n", ""));

        joined("a1", "m1", "z1");
    }

    @Test
    void marks_around_a_side_that_has_marks_itself_hold_three_versions() throws IOException {
        marked("diff3", "merge", theirs);
        var twice = "<<<<<<< HEAD\n" + lock() + "=======\n" + farTheirs + ">>>>>>> late\n";
        commit(twice);

        joined("a1", "b1", "m1", "z1");
    }

    /** A branch still has the marks while the other one has the lock that was joined. */
    @Test
    void a_version_with_marks_is_joined_with_one_that_has_none() throws IOException {
        marked("merge", "merge", theirs);
        Files.copy(folder.resolve(LOCK), folder.resolve("marked.json"), StandardCopyOption.REPLACE_EXISTING);
        put(farTheirs);

        var run = program.run("lock", "merge", "marked.json");
        assertThat(run.code()).as(run.all()).isZero();
        assertThat(program.run("lock", "list").out()).contains("a1/1", "b1/1", "m1/1", "z1/1");
    }

    @Test
    void where_git_has_a_side_no_more_the_commands_that_show_both_are_named_with_their_commits() throws IOException {
        marked("merge", "merge", farTheirs);
        commit(lock().replaceAll("(?m)^(  \"digest\": \"sha256:)....", "$1dead"));
        var before = lock();

        var refused = program.run("lock", "merge");

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.err())
                .contains(
                        LOCK + ", our side (HEAD): the conflict marks do not hold this version whole",
                        "git -C campaigns show " + git(folder, "rev-parse", "HEAD^^1") + ":./sandbox.lock.json",
                        "git -C campaigns show " + git(folder, "rev-parse", "other") + ":./sandbox.lock.json",
                        "muster lock merge other.lock.json");
        assertThat(lock()).isEqualTo(before);
    }

    @Test
    void a_contradiction_between_marks_is_shown_and_decided_by_a_person() throws IOException {
        commit(onBase("c1"));
        git(folder, "checkout", "-q", "other");
        put(base);
        var adopted = program.run("lock", "adopt", "c1");
        assertThat(adopted.code()).as(adopted.all()).isZero();
        commit(lock());
        git(folder, "checkout", "-q", "main");
        Repositories.tried(folder, "merge", "other");
        git(folder, "commit", "-q", "-a", "-m", "Both");

        var refused = program.run("lock", "merge");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED.number());
        assertThat(refused.err()).contains("c1/1\n  ours:   CONFIRMED", "\n  theirs: CONFIRMED", "--take ours|theirs");
        var taken = program.run("lock", "merge", "--take", "ours", "--reason", "both are on SeaX");
        assertThat(taken.code()).as(taken.all()).isZero();
        assertThat(program.run("lock", "show", "c1").out())
                .contains("both are on SeaX", "two versions joined, ours taken");
    }

    /** What is deleted forgets what was sent; git itself leaves the other side. */
    @Test
    void a_side_that_deleted_the_lock_is_named() throws IOException {
        commit(ours);
        git(folder, "checkout", "-q", "other");
        git(folder, "rm", "-q", LOCK);
        git(folder, "commit", "-q", "-m", "Delete");
        git(folder, "checkout", "-q", "main");
        Repositories.tried(folder, "merge", "other");

        var refused = program.run("lock", "merge");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(refused.err())
                .contains(
                        "their side of the merge deleted " + LOCK,
                        "git -C campaigns checkout --ours -- sandbox.lock.json");
    }

    @Test
    void where_nothing_is_to_be_joined_it_says_so() throws IOException {
        var refused = program.run("lock", "merge");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(refused.err()).contains("git has no unfinished merge of " + LOCK, "has no conflict marks");
    }
}
