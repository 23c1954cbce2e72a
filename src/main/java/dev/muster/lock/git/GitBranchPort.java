package dev.muster.lock.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A branch of its own in a repository that all runners reach, as a place for a few files. It changes by compare-and-swap
 * only: {@link #push} takes effect exactly if the branch still stands where the caller read it. What it cannot do at all is
 * an {@link dev.muster.diagnostic.EnvironmentException} with a cure.
 */
public interface GitBranchPort {
    /** How people call it, with its remote. */
    String name();

    /** Where the branch stands now; empty when the remote has no such branch. */
    Optional<Tip> tip();

    /** The commit that was remembered, if it is not part of the branch any more as it stands now. */
    Optional<String> lost(Optional<Tip> now);

    /** What is in the files at a commit. */
    SortedMap<String, byte[]> read(Tip tip);

    /** All commits of the branch, the first one first. */
    List<Past> history(Tip tip);

    /** Keeps in mind that the branch was seen to stand there, so that a later load notices when it is taken back. */
    void remember(Tip tip);

    /**
     * Puts these files, and of those at {@code upon} the kept ones, into a new commit upon it (empty: the branch must not
     * exist yet). When this returns a tip, the remote was seen to show it; an empty answer means that another commit is there.
     */
    Optional<Tip> push(Optional<Tip> upon, Set<String> kept, Map<String, byte[]> files, String message);

    /** The command that puts the branch back to a commit. */
    String puttingBack(String commit);

    /** A commit of the branch: how many parents it has, and its message. */
    record Past(String commit, int parents, String message) {}

    /** A commit, and the id of each file in it. */
    record Tip(String commit, Map<String, String> files) {
        public Tip {
            files = Map.copyOf(files);
        }
    }
}
