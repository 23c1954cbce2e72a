package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.FileLockStore;
import dev.muster.lock.LockMerged;
import dev.muster.lock.LockVersions;
import dev.muster.lock.MergeDecision;
import dev.muster.model.LockSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Joins two versions of a lock file: from git's index, from a file, or as git's merge driver. Asks no workspace. */
record LockMerging(Session session, Optional<MergeDecision> decision) {
    /** The versions of an unfinished merge, as git has them: common, ours, theirs. */
    int unfinished() {
        var name = settings() + ".lock.json";
        var git = new GitCommand(session.campaigns());
        var ours = stage(git, 2, name);
        var theirs = stage(git, 3, name);
        if (ours.isEmpty() || theirs.isEmpty()) {
            throw new UsageException("git has no unfinished merge of "
                    + session.campaignsAsTyped().resolve(name)
                    + "; to join the lock with another version, name its file");
        }
        return merged(new LockVersions(stage(git, 1, name), ours.get(), theirs.get()));
    }

    private static Optional<String> stage(GitCommand git, int number, String name) {
        var answer = git.run("show", ":" + number + ":./" + name);
        return answer.code() == 0 ? Optional.of(answer.output()) : Optional.empty();
    }

    /** The lock as it is, and another version of it. */
    int with(Path other) {
        settings();
        var ours = store().text().orElseThrow(() -> new UsageException("there is no lock to join it with"));
        return merged(new LockVersions(Optional.empty(), ours, text(session.path(other))));
    }

    private int merged(LockVersions versions) {
        var merged = store().merge(session.who(), versions, decision);
        if (merged instanceof LockMerged.Apart apart) {
            return apart(apart);
        }
        ((LockMerged.Joined) merged).decided().forEach(what -> session.console().product(what + "\n"));
        var file = session.campaignsAsTyped().resolve(settings() + ".lock.json");
        session.console().product("Both versions are in " + file + ". Next: git add " + file + "\n");
        return ExitCode.OK.number();
    }

    /** Git replaces the file with what stands in {@code ours} afterwards. */
    int driver(Path common, Path ours, Path theirs) {
        if (decision.isPresent()) {
            throw new UsageException("as git's merge driver it decides nothing: give --take without the three files");
        }
        var mine = text(session.path(ours));
        var yours = text(session.path(theirs));
        var versions = new LockVersions(Optional.of(text(session.path(common))), mine, yours);
        var merged = versions.merged();
        if (merged instanceof LockMerged.Joined joined) {
            write(session.path(ours), versions.file(joined));
            return ExitCode.OK.number();
        }
        // a lock that is only one of the sides would send what the other one sent
        write(session.path(ours), "<<<<<<< ours\n" + mine + "=======\n" + yours + ">>>>>>> theirs\n");
        return apart((LockMerged.Apart) merged);
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new EnvironmentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, String text) {
        try {
            OutputFile.write(file, text);
        } catch (IOException e) {
            throw new EnvironmentException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
