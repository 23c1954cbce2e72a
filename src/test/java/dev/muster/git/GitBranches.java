package dev.muster.git;

import dev.muster.lock.git.Branch;
import dev.muster.seax.Pause;
import java.nio.file.Path;
import java.util.UUID;

/** Branches as the program uses them, but that a test says how waiting is done. */
public final class GitBranches {
    private GitBranches() {}

    public static Branch of(Path folder, String branch, Pause pause) {
        var git = new GitPlumbing(new GitCommand(folder));
        return new GitBranch(git, "origin", branch, () -> UUID.randomUUID().toString(), pause);
    }
}
