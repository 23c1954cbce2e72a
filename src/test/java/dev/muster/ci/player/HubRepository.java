package dev.muster.ci.player;

import static dev.muster.testing.Repositories.git;

import dev.muster.testing.Repositories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bare repository of a hub with its pull requests' references, and the clone in which authors write. */
record HubRepository(Path bare, Path author) {
    static final String MAIN = "refs/heads/main";

    /** What an author does to the files. */
    @FunctionalInterface
    interface Edit {
        void in(Path folder) throws IOException;

        /** Writes one file. */
        static Edit file(String name, String text) {
            return folder -> {
                Files.createDirectories(folder.resolve(name).getParent());
                Files.writeString(folder.resolve(name), text);
            };
        }

        default Edit and(Edit other) {
            return folder -> {
                in(folder);
                other.in(folder);
            };
        }
    }

    static HubRepository in(Path place, String name) {
        var repository = new HubRepository(place.resolve(name + ".git"), place.resolve("author"));
        git(place, "init", "-q", "--bare", "-b", "main", repository.bare().toString());
        git(place, "init", "-q", "-b", "main", repository.author().toString());
        git(
                repository.author(),
                "remote",
                "add",
                "origin",
                repository.bare().toUri().toString());
        git(repository.bare(), "config", "uploadpack.allowAnySHA1InWant", "true");
        git(repository.bare(), "config", "gc.auto", "0");
        git(repository.author(), "config", "gc.auto", "0");
        return repository;
    }

    /** Commits on what is checked out; the commit. */
    String commit(String message, Edit edit) {
        try {
            edit.in(author);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        git(author, "add", "-A");
        git(author, "commit", "-q", "--allow-empty", "-m", message);
        return git(author, "rev-parse", "HEAD");
    }

    void checkOut(String branch, String start) {
        git(author, "checkout", "-q", "-f", "-B", branch, start);
    }

    void push(String commit, String reference) {
        git(author, "push", "-q", "-f", "origin", commit + ":" + reference);
    }

    String tip(String reference) {
        return git(bare, "rev-parse", reference);
    }

    /** What GitHub keeps for a pull request: its head, and the merge with the base, whose first parent is the base. */
    String mergeInto(String base, String head, int number) {
        var tree = git(bare, "merge-tree", "--write-tree", base, head);
        var merge = git(bare, "commit-tree", tree, "-p", base, "-p", head, "-m", "Merge " + head + " into " + base);
        git(bare, "update-ref", "refs/pull/" + number + "/merge", merge);
        return merge;
    }

    /** One commit with everything of a head. */
    String squash(String base, String head) {
        var tree = git(bare, "merge-tree", "--write-tree", base, head);
        return git(bare, "commit-tree", tree, "-p", base, "-m", "Everything at once");
    }

    /** The commits of a head once more, behind the base. */
    String rebase(String base, String head) {
        git(author, "fetch", "-q", "origin", base, head);
        git(author, "checkout", "-q", "-f", "--detach", head);
        git(author, "rebase", "-q", "--force-rebase", base);
        var rebased = git(author, "rev-parse", "HEAD");
        push(rebased, "refs/rebased/" + rebased);
        return rebased;
    }

    void update(String reference, String commit) {
        git(bare, "update-ref", reference, commit);
        git(author, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
    }

    /** Nobody pushes to this branch, as GitHub says it of a protected one. */
    void protect(String branch) {
        Repositories.hook(bare.resolve("hooks"), "update", """
                if [ "$1" = "%s" ]; then
                  echo "error: GH006: Protected branch update failed for $1." >&2
                  echo "error: Changes must be made through a pull request." >&2
                  exit 1
                fi""".formatted(branch));
    }

    void unprotect() {
        HubFiles.delete(bare.resolve("hooks/update"));
    }
}
