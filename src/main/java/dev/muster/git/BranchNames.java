package dev.muster.git;

import dev.muster.diagnostic.EnvironmentException;
import java.util.Optional;

/**
 * Whether a remote can have a branch at all. Git keeps a branch as a file below the parts of its name, so of {@code muster} and
 * {@code muster/production} a repository has one or the other.
 */
record BranchNames(GitPlumbing git, String remote, String branch) {
    private static final String BRANCHES = "refs/heads/";

    void requireFree(String called) {
        inTheWay().ifPresent(other -> {
            throw new EnvironmentException(called + " cannot be made: branch " + other
                    + " of the same repository is in the way, because git cannot have both names."
                    + "\nName another branch for the lock in muster.yaml, for example `lock: {store: git, branch: "
                    + another() + "}`.");
        });
    }

    private Optional<String> inTheWay() {
        return git.run("ls-remote", remote, BRANCHES + "*")
                .text()
                .lines()
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .filter(ref -> ref.startsWith(BRANCHES))
                .map(ref -> ref.substring(BRANCHES.length()))
                .filter(other -> branch.startsWith(other + "/") || other.startsWith(branch + "/"))
                .findFirst();
    }

    private String another() {
        return branch.indexOf('/') < 0 ? branch + "-lock" : branch.replace('/', '-');
    }
}
