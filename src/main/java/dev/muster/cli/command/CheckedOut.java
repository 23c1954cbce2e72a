package dev.muster.cli.command;

import dev.muster.git.GitCommand;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is checked out, by what git has fetched: a commit of our own branches, or of somebody's proposal. */
record CheckedOut(GitCommand git) {
    /** As CI systems fetch proposals: {@code refs/remotes/pull/7/merge}, {@code refs/changes/34/1234/5}, and their like. */
    private static final Pattern PROPOSAL = Pattern.compile(
            "refs/(?:remotes/)?(?:[^/]+/)?" + "(?:pull|pulls|pr|pull-requests|merge-requests|changes)/[0-9]+(?:/.*)?");

    /** Whoever may push these is one of us. */
    private static final List<String> OURS = List.of("refs/remotes/origin/", "refs/tags/");

    /** The proposal's reference, where what is checked out is no commit of a branch that was fetched from our own repository. */
    Stream<String> proposal() {
        return references("--points-at=HEAD", "refs/")
                .filter(CheckedOut::isProposal)
                .filter(reference -> !isOnOurBranch())
                .limit(1);
    }

    /** Whether a branch or a tag that was fetched from our own repository has it. */
    boolean isOnOurBranch() {
        return OURS.stream()
                .flatMap(place -> references("--contains=HEAD", place))
                .anyMatch(reference -> !isProposal(reference));
    }

    /** Whether this commit has it, and everything before it; where git cannot tell, it has not. */
    boolean isPartOf(String commit) {
        return git.run("merge-base", "--is-ancestor", "HEAD", commit).code() == 0;
    }

    /** Whether anything is checked out here at all. */
    boolean isKnown() {
        return git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}").code() == 0;
    }

    private Stream<String> references(String condition, String pattern) {
        return git.run("for-each-ref", "--format=%(refname)", condition, pattern)
                .output()
                .lines();
    }

    private static boolean isProposal(String reference) {
        return PROPOSAL.matcher(reference).matches();
    }
}
