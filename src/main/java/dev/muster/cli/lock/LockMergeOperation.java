package dev.muster.cli.lock;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.OutputFile;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.LockStores;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.git.GitCommand;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.merge.CommittedLocks;
import dev.muster.lock.merge.LockMerged;
import dev.muster.lock.merge.LockVersion;
import dev.muster.lock.merge.LockVersions;
import dev.muster.model.project.LockSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Joins two versions of a lock file: those that git left, from a file, or as git's merge driver. Asks no workspace. */
record LockMergeOperation(CommandContext session, Optional<MergeDecision> decision) {
    /** The versions of an unfinished merge, as git has them or as they stand between its conflict marks. */
    int unfinished() {
        var name = settings() + ".lock.json";
        var git = new GitCommand(session.campaigns());
        var ours = stage(git, 2, name, "our side");
        var theirs = stage(git, 3, name, "their side");
        if (ours.isPresent() != theirs.isPresent()) {
            throw oneSided(name, ours.isPresent());
        }
        return merged(
                ours.map(our -> new LockVersions(stage(git, 1, name, "the common version"), our, theirs.orElseThrow()))
                        .or(this::marked)
                        .orElseThrow(() -> new UsageException("git has no unfinished merge of " + shown(name)
                                + ", and the file has no conflict marks; to join it with another version, name its"
                                + " file; for another workspace, choose it with --workspace")));
    }

    private Optional<LockVersion> stage(GitCommand git, int number, String name, String side) {
        var answer = git.run("show", ":" + number + ":./" + name);
        return answer.code() == 0
                ? Optional.of(new LockVersion(shown(name) + ", " + side + " of the merge", answer.output()))
                : Optional.empty();
    }

    /** To delete the lock is to forget what was sent, so the side that has it is right. */
    private UsageException oneSided(String name, boolean ours) {
        return new UsageException((ours ? "their" : "our") + " side of the merge deleted " + shown(name)
                + ", so there is nothing to join. Keep the other side: git -C "
                + session.campaignsAsTyped() + " checkout --" + (ours ? "ours" : "theirs") + " -- " + name);
    }

    private Optional<LockVersions> marked() {
        return store().marked()
                .map(marked -> marked.sides()
                        .orElseThrow(() -> marked.refusedAsCut(committed().befores())));
    }

    /** The lock as it is, and another version of it. */
    int with(Path other) {
        var file = shown(settings() + ".lock.json");
        var theirs = LockVersionFile.readSome(session, other);
        var ours = store().version().orElseThrow(() -> new UsageException("there is no lock to join it with"));
        if (ours.text().equals(theirs.text())) {
            session.console().product(file + " has all of it already: both are the same version\n");
            return ExitCode.OK.number();
        }
        return merged(new LockVersions(Optional.empty(), ours, theirs));
    }

    private int merged(LockVersions versions) {
        var merged = store().merge(session.who(), versions, committed(), decision);
        if (merged instanceof LockMerged.Apart apart) {
            return apart(apart);
        }
        var joined = (LockMerged.Joined) merged;
        joined.decided().forEach(what -> session.console().product(what + "\n"));
        lookAt(joined);
        var file = shown(settings() + ".lock.json");
        session.console().product("Both versions are in " + file + ". Next: git add " + file + "\n");
        return ExitCode.OK.number();
    }

    /** Git replaces the file with what stands in {@code ours} afterwards. */
    int driver(Path common, Path ours, Path theirs) {
        if (decision.isPresent()) {
            throw new UsageException("as git's merge driver it decides nothing: give --take without the three files");
        }
        var mine = LockVersionFile.readSome(session, ours);
        var yours = LockVersionFile.readSome(session, theirs);
        var versions = new LockVersions(Optional.of(LockVersionFile.read(session, common)), mine, yours);
        var merged = versions.merged();
        if (merged instanceof LockMerged.Joined joined) {
            lookAt(joined);
            write(session.path(ours), versions.file(joined));
            return ExitCode.OK.number();
        }
        // a lock that is only one of the sides would send what the other one sent
        write(session.path(ours), "<<<<<<< ours\n" + mine.text() + "=======\n" + yours.text() + ">>>>>>> theirs\n");
        return apart((LockMerged.Apart) merged);
    }

    /** Both sides are kept, whatever they say: this is for a person. */
    private void lookAt(LockMerged.Joined joined) {
        joined.lock().sharedIds().forEach(what -> session.console().complain("warning: " + what));
    }

    private int apart(LockMerged.Apart apart) {
        session.console()
                .error("the two versions of the lock contradict each other, so nothing was joined:\n"
                        + String.join("\n", apart.contradictions())
                        + "\nEach side may have sent. Look on SeaX what became of it, then join them with"
                        + " `muster lock merge --take ours|theirs --reason \"…\"`.");
        return ExitCode.REFUSED.number();
    }

    private String settings() {
        var settings = session.settings(session.project());
        if (!(settings.lock() instanceof LockSettings.File)) {
            throw new UsageException("the lock of workspace " + settings.name() + " is not a file: nothing to merge");
        }
        return settings.name();
    }

    private FileLockStore store() {
        var settings = session.settings(session.project());
        var clock = session.surroundings().clock();
        return new LockStores(session.surroundings(), session.campaigns(), clock).file(session.identity(settings));
    }

    private CommittedLocks committed() {
        var folder = session.campaignsAsTyped().toString();
        return new CommittedLockFiles(new GitCommand(session.campaigns()), settings() + ".lock.json", folder);
    }

    private Path shown(String name) {
        return session.campaignsAsTyped().resolve(name);
    }

    private static void write(Path file, String text) {
        try {
            OutputFile.write(file, text);
        } catch (IOException e) {
            throw new EnvironmentException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
