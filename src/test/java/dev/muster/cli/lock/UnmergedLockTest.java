package dev.muster.cli.lock;

import static dev.muster.testing.Repositories.feed;
import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.cli.InMemoryProgram;
import dev.muster.cli.env.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Git's merge driver could not be started: the lock is one side's, whole and without a mark, and the index tells of two. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnmergedLockTest {
    private static final String LOCK = "campaigns/sandbox.lock.json";

    @TempDir
    Path folder;

    @Test
    void nothing_is_sent_while_git_waits_for_the_merge_of_the_lock() {
        try (var program = new InMemoryProgram(folder)) {
            program.run("init");
            git(folder, "init", "-q");
            var ours = git(folder, "hash-object", "-w", LOCK);
            feed(
                    "100644 " + ours + " 2\t" + LOCK + "\n100644 " + ours + " 3\t" + LOCK + "\n",
                    folder,
                    "update-index",
                    "--index-info");

            assertThat(program.run("plan").err()).contains("apply would send nothing: git has an unfinished merge of");
            var refused = program.run("apply", "--confirm", "6");

            assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCode.REFUSED.number());
            assertThat(refused.all()).contains("unfinished merge of " + LOCK, "`muster lock merge`");
            assertThat(program.sandbox().ledger().messages()).isZero();

            assertThat(program.run("lock", "merge").all()).contains("Both versions are in " + LOCK);
            git(folder, "add", LOCK);
            assertThat(program.run("apply", "--confirm", "6").code()).isZero();
        }
    }
}
