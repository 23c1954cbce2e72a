package dev.muster.cli.lock;

import dev.muster.git.GitCommand;
import dev.muster.lock.merge.CommittedLocks;
import dev.muster.model.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The versions of a lock file in git, found by their digest: on any branch, in a stash, or where a merge is under way. */
record CommittedLockFiles(GitCommand git, String name, String shown) implements CommittedLocks {
    /** Where git keeps the other side of a merge that it could not finish. */
    private static final List<String> OTHER_SIDES =
            List.of("MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "ORIG_HEAD", "FETCH_HEAD");

    private static final String FIRST_MARK = "<<<<<<<";

    @Override
    public Stream<String> naming(Sha256 digest) {
        return commits("-S", digest.toString(), "--reverse").distinct().flatMap(this::version);
    }

    /** A merge is under way, or somebody committed the marks: then the commit has both sides as its parents. */
    @Override
    public List<String> befores() {
        var under = OTHER_SIDES.subList(0, 4).stream().flatMap(this::commit).toList();
        var sides = under.isEmpty() ? parents() : Stream.concat(commit("HEAD"), under.stream());
        return sides.map(commit -> "git -C " + shown + " show " + commit + ":./" + name)
                .toList();
    }

    private Stream<String> parents() {
        return commits("-S", FIRST_MARK).limit(1).flatMap(this::parents);
    }

    private Stream<String> parents(String commit) {
        return git.run("rev-parse", commit + "^@").output().lines();
    }

    private Stream<String> commits(String... chosen) {
        var arguments = new ArrayList<>(List.of("log", "--all", "--reflog", "-m", "--format=%H"));
        arguments.addAll(Arrays.asList(chosen));
        OTHER_SIDES.stream().flatMap(this::commit).forEach(arguments::add);
        arguments.addAll(List.of("--", name));
        return git.run(arguments.toArray(String[]::new)).output().lines();
    }

    private Stream<String> commit(String ref) {
        return git.run("rev-parse", "--verify", "--quiet", ref + "^{commit}")
                .output()
                .lines();
    }

    private Stream<String> version(String commit) {
        var answer = git.run("show", commit + ":./" + name);
        return answer.code() == 0 ? Stream.of(answer.output()) : Stream.empty();
    }
}
