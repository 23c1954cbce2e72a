package dev.muster.cli.record;

import dev.muster.cli.command.CommandContext;
import dev.muster.lock.Lock;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.WorkspaceSettings;
import java.util.Optional;

/** Whether what is sent now will be remembered: a record that dies with the machine, or is not there, sends twice. */
public record LockDurabilityCheck(CommandContext session, WorkspaceSettings settings) {
    /** Why nothing may be sent, if nothing may. */
    public Optional<String> refusal(Optional<Lock> lock) {
        return lossyLock().or(() -> absence(lock)).or(this::unmerged);
    }

    /**
     * A merge driver that cannot be started leaves our version in the place of both, with no mark in it: only git's index tells
     * that another version waits.
     */
    private Optional<String> unmerged() {
        if (!(settings.lock() instanceof LockSettings.File)) {
            return Optional.empty();
        }
        var name = settings.name() + ".lock.json";
        return session.isUnmerged(name)
                ? Optional.of(
                        "git has an unfinished merge of "
                                + session.campaignsAsTyped().resolve(name)
                                + ", and either side may have sent; join both with `muster lock merge`, then `git add` the file")
                : Optional.empty();
    }

    /** On a CI machine the file store dies with the job, and with it the memory of what was sent. */
    private Optional<String> lossyLock() {
        boolean lossy = session.surroundings().isCi()
                && settings.host() instanceof WorkspaceSettings.Remote
                && settings.lock() instanceof LockSettings.File file
                && file.acceptLossInCi().isEmpty();
        return lossy
                ? Optional.of(
                        "under CI the lock file dies with this machine, and with it the memory of what was sent; keep it"
                                + " where it outlives the job, with lock: {store: git} or lock: {store: postgres}, or"
                                + " accept the loss in writing: lock: {store: file, accept_loss_in_ci: \"why\"}")
                : Optional.empty();
    }

    /**
     * A fresh clone cannot tell a branch or a file that was deleted from one that never was, nor the wrong database from a new
     * one; only init makes the first record. In the sandbox nobody is messaged, so there any apply does.
     */
    public Optional<String> absence(Optional<Lock> lock) {
        return lock.isPresent() ? Optional.empty() : absentLock();
    }

    /** Tells whoever reads a plan what its apply would only say then. */
    public void warn(Optional<Lock> lock) {
        absence(lock).or(this::unmerged).ifPresent(why -> session.console().error("apply would send nothing: " + why));
    }

    private Optional<String> absentLock() {
        if (settings.lock() instanceof LockSettings.Git git) {
            return Optional.of("there is no lock on branch " + git.branch() + " of " + git.remote() + ": `muster init`"
                    + " writes an empty one. If anything was sent before, the branch was deleted, and an empty"
                    + " lock would send it again: put the branch back");
        }
        if (settings.lock() instanceof LockSettings.File) {
            return absentFile();
        }
        return settings.lock() instanceof LockSettings.Postgres postgres
                ? Optional.of("there is no lock in the database of " + postgres.urlEnv() + ": `muster init` writes an"
                        + " empty one. If anything was sent before, this is another database, and an empty lock would"
                        + " send it again: correct the URL")
                : Optional.empty();
    }

    private Optional<String> absentFile() {
        var file = session.campaignsAsTyped().resolve(settings.name() + ".lock.json");
        return settings.host() instanceof WorkspaceSettings.Remote
                ? Optional.of("there is no lock " + file + ": `muster init` writes an empty one. If anything was sent"
                        + " before, the file is missing here, and an empty lock would send it again: put the file back")
                : Optional.empty();
    }
}
