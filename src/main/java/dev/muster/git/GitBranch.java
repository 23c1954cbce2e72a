package dev.muster.git;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Sleeper;
import dev.muster.lock.git.GitBranchPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A branch of a remote, read and changed with git's plumbing alone: objects go into the repository's object database, one
 * commit is pushed by its name. Work tree, index, {@code HEAD} and local branches stay as they are.
 *
 * <p>A push swaps: an explicit lease names the commit that was read. How it ended says nothing for certain (the connection
 * may drop after the branch moved, and two pushes of one commit both succeed), so every commit has a nonce of its own and only
 * {@code ls-remote} decides. It is one protocol, so it stands in one file.
 */
public record GitBranch(GitPlumbing git, String remote, String branch, Supplier<String> nonces, Sleeper pause)
        implements GitBranchPort {
    /** Five tries within a minute. */
    private static final int TRIES = 5;

    private static final Duration BETWEEN = Duration.ofSeconds(12);

    /** What {@code ls-remote --exit-code} ends with when there is no such branch. */
    private static final int NO_SUCH_BRANCH = 2;

    @Override
    public String name() {
        return "branch " + branch + " of " + remote;
    }

    private String ref() {
        return "refs/heads/" + branch;
    }

    /**
     * No branch, so that nobody works on it, and a name, so that its commits are kept. Each of the two names is one part of it:
     * else {@code a/b} and {@code c} would be {@code a} and {@code b/c}, and {@code muster} would be in the way of {@code
     * muster/x}.
     */
    private String memory() {
        return "refs/muster-lock/" + part(remote) + "/" + part(branch);
    }

    private static String part(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    /** As it was written before, with the slashes of both names. */
    private String oldMemory() {
        return "refs/muster/" + remote + "/" + branch;
    }

    @Override
    public String puttingBack(String commit) {
        return "git push --force " + remote + " " + commit + ":" + ref();
    }

    /** What was seen before is here, with all that came before it. */
    @Override
    public Optional<Tip> tip() {
        var shown = shown();
        shown.filter(commit -> !remembered().equals(shown)).ifPresent(commit -> fetch());
        return shown.map(this::listed);
    }

    private Optional<String> shown() {
        var answer = git.run("ls-remote", "--exit-code", remote, ref());
        if (!answer.isGood() && answer.code() != NO_SUCH_BRANCH) {
            throw unreachable(answer);
        }
        // branches whose names end like this one are listed too
        return answer.text()
                .lines()
                .filter(line -> line.endsWith("\t" + ref()))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .findFirst();
    }

    private Optional<String> remembered() {
        return commit(memory()).or(() -> commit(oldMemory()));
    }

    private Optional<String> commit(String ref) {
        var commit =
                git.run("rev-parse", "--verify", "--quiet", ref + "^{commit}").line();
        return Optional.of(commit).filter(found -> !found.isEmpty());
    }

    @Override
    public Optional<String> lost(Optional<Tip> now) {
        return remembered()
                .filter(seen -> now.filter(tip -> isPartOf(seen, tip.commit())).isEmpty());
    }

    private boolean isPartOf(String earlier, String commit) {
        return git.run("merge-base", "--is-ancestor", earlier, commit).isGood();
    }

    private EnvironmentException unreachable(GitPlumbing.Answer answer) {
        var repository = git.run("rev-parse", "--git-dir");
        if (!repository.isGood()) {
            return new EnvironmentException("the lock is kept on " + name() + ", and the campaigns are not in a git"
                    + " repository that git can use here: " + repository.complaint());
        }
        if (!git.run("remote", "get-url", remote).isGood()) {
            return new EnvironmentException("the lock is kept on " + name() + ", and this repository has no remote of"
                    + " that name: add it with `git remote add " + remote + " URL`, or name another one in"
                    + " `lock: {remote: NAME}`");
        }
        return new EnvironmentException(
                name() + " cannot be read: " + answer.complaint()
                        + "\nWithout it Muster cannot know what was sent, so nothing is sent. Run again when the remote answers.");
    }

    /** The whole branch, also in a shallow clone. */
    private void fetch() {
        git.run(
                        "fetch",
                        "--quiet",
                        "--no-tags",
                        "--no-prune",
                        "--no-write-fetch-head",
                        "--refmap=",
                        remote,
                        "+" + ref())
                .orThrow(name() + " cannot be fetched");
    }

    private Tip listed(String commit) {
        var files = new HashMap<String, String>();
        var rows = git.run("ls-tree", "-z", "--full-tree", commit)
                .orThrow(name() + " cannot be read")
                .text();
        Stream.of(rows.split("\0"))
                .filter(row -> row.startsWith("100644 blob "))
                .forEach(row -> files.put(row.substring(row.indexOf('\t') + 1), row.split("[ \t]", 4)[2]));
        return new Tip(commit, files);
    }

    @Override
    public SortedMap<String, byte[]> read(Tip tip) {
        var contents = new TreeMap<String, byte[]>();
        try (var blobs = new GitBlobs(git.git())) {
            tip.files().forEach((name, id) -> contents.put(name, blobs.read(id)));
        }
        return contents;
    }

    @Override
    public List<Past> history(Tip tip) {
        var log = git.run("rev-list", "--reverse", "--encoding=UTF-8", "--format=%H%n%P%n%B%x00", tip.commit())
                .orThrow("the history of " + name() + " cannot be read");
        return Stream.of(log.text().split("\0"))
                .map(String::stripLeading)
                .filter(text -> !text.isEmpty())
                .map(GitBranch::past)
                .toList();
    }

    /** {@code commit <id>}, the id, its parents, its message. */
    private static Past past(String text) {
        var parts = text.split("\n", 4);
        int parents = parts[2].isBlank() ? 0 : parts[2].split(" ", -1).length;
        return new Past(parts[1], parents, parts[3]);
    }

    @Override
    public void remember(Tip tip) {
        git.run("update-ref", memory(), tip.commit()).orThrow("what was seen of " + name() + " cannot be kept");
    }

    @Override
    public Optional<Tip> push(Optional<Tip> upon, Set<String> kept, Map<String, byte[]> files, String message) {
        var next = new HashMap<String, String>();
        upon.ifPresent(tip -> kept.forEach(name -> next.put(name, tip.files().get(name))));
        files.forEach((name, bytes) -> next.put(name, made(bytes, "hash-object", "-w", "--stdin")));
        var tip = new Tip(commit(upon, next, message), next);
        if (!isPushed(upon.map(Tip::commit), tip.commit())) {
            return Optional.empty();
        }
        remember(tip);
        return Optional.of(tip);
    }

    private String commit(Optional<Tip> upon, Map<String, String> files, String message) {
        var rows = new StringBuilder();
        files.forEach((name, id) ->
                rows.append("100644 blob ").append(id).append('\t').append(name).append('\n'));
        var arguments = new ArrayList<>(List.of("commit-tree", "--no-gpg-sign", made(utf8(rows.toString()), "mktree")));
        upon.ifPresent(tip -> arguments.addAll(List.of("-p", tip.commit())));
        // CI systems that run for every push need not run for this one
        var text = message + "Nonce " + nonces.get() + "\n\n[skip ci]\n";
        return made(utf8(text), arguments.toArray(String[]::new));
    }

    private String made(byte[] content, String... arguments) {
        return git.feed(content, arguments)
                .orThrow("git cannot write into the repository of the campaigns")
                .line();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the branch moved from where it was read to this commit; not when it moved to another one. */
    private boolean isPushed(Optional<String> from, String commit) {
        var lease = "--force-with-lease=" + ref() + ":" + from.orElse("");
        for (int left = TRIES; ; left--) {
            var push = git.run(
                    "-c",
                    "remote." + remote + ".mirror=false",
                    "push",
                    "--porcelain",
                    "--no-verify",
                    "--no-signed",
                    lease,
                    remote,
                    commit + ":" + ref());
            var now = shownNow(left);
            if (now.equals(Optional.of(commit))) {
                return true;
            }
            if (!now.equals(from)) {
                return false;
            }
            if (from.isEmpty() && left == TRIES) {
                new BranchNames(git, remote, branch).requireFree(name());
            }
            if (left == 1 || isForbidden(push)) {
                throw unwritable(push);
            }
            pause.take(BETWEEN);
        }
    }

    /** The remote does not want it. That it could not lock the branch for a moment is something else. */
    private static boolean isForbidden(GitPlumbing.Answer push) {
        var said = push.text() + push.errors();
        return said.contains("[remote rejected]") && !said.contains("lock ref") && !said.contains("update ref");
    }

    private EnvironmentException unwritable(GitPlumbing.Answer push) {
        var reason = push.text().lines().filter(line -> line.startsWith("!")).findFirst();
        return new EnvironmentException(name() + " cannot be changed: "
                + Stream.concat(push.complaint().lines(), reason.map(String::strip).stream())
                        .distinct()
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse("git does not say why")
                + "\nMuster needs the right to push to it, also where a rule protects it from others.");
    }

    /** What the remote shows; while it cannot be asked, asked again. */
    private Optional<String> shownNow(int tries) {
        for (int left = tries; ; left--) {
            try {
                return shown();
            } catch (EnvironmentException e) {
                if (left <= 1) {
                    throw e;
                }
                pause.take(BETWEEN);
            }
        }
    }
}
