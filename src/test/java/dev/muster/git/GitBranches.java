package dev.muster.git;

import dev.muster.lock.Sleeper;
import dev.muster.lock.git.GitBranchPort;
import java.nio.file.Path;
import java.util.UUID;

/** Branches as the program uses them, but that a test says how waiting is done. */
public final class GitBranches {
    private GitBranches() {}

    public static GitBranchPort of(Path folder, String branch, Sleeper pause) {
        var git = new GitPlumbing(new GitCommand(folder));
        return new GitBranch(git, "origin", branch, () -> UUID.randomUUID().toString(), pause);
    }
}
