package dev.muster.cli.lock;

import static dev.muster.testing.Repositories.git;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.git.GitBranch;
import dev.muster.git.GitCommand;
import dev.muster.git.GitPlumbing;
import dev.muster.lock.git.GitBranchPort;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clone remembers of the branch that holds the lock: one place for each remote and branch, whatever their names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchMemoryTest {
    @TempDir
    Path clone;

    private String commit;

    @BeforeEach
    void a_repository() {
        git(clone, "init", "-q");
        var tree = git(clone, "hash-object", "-w", "-t", "tree", "/dev/null");
        commit = git(clone, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit-tree", "-m", "seen", tree);
    }

    private GitBranchPort branch(String remote, String name) {
        var git = new GitPlumbing(new GitCommand(clone));
        return new GitBranch(git, remote, name, () -> "nonce", pause -> {});
    }

    @Test
    void a_remote_and_a_branch_with_slashes_are_no_other_remote_and_branch() {
        branch("a", "b/c").remember(new GitBranchPort.Tip(commit, Map.of()));

        assertThat(branch("a", "b/c").lost(Optional.empty())).contains(commit);
        assertThat(branch("a/b", "c").lost(Optional.empty())).isEmpty();
        assertThat(branch("a", "b%2Fc").lost(Optional.empty())).isEmpty();
    }

    /** As when the lock moves from one branch to another one, of which git could not keep both as files. */
    @Test
    void a_name_is_not_in_the_way_of_a_longer_one() {
        for (var name : new String[] {"muster", "muster/production", "muster/production/eu", "muster%"}) {
            branch("origin", name).remember(new GitBranchPort.Tip(commit, Map.of()));
            assertThat(branch("origin", name).lost(Optional.empty())).contains(commit);
        }
    }

    @Test
    void what_was_remembered_under_a_name_with_slashes_is_still_known() {
        git(clone, "update-ref", "refs/muster/origin/locks/production", commit);

        assertThat(branch("origin", "locks/production").lost(Optional.empty())).contains(commit);
    }
}
