package dev.muster.cli.env;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.git.GitBranch;
import dev.muster.git.GitCommand;
import dev.muster.git.GitPlumbing;
import dev.muster.http.RetryDelay;
import dev.muster.lock.LockStore;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.LastSeenStep;
import dev.muster.lock.git.GitBranchPort;
import dev.muster.lock.git.GitLockStore;
import dev.muster.lock.postgres.PostgresDatabase;
import dev.muster.lock.postgres.PostgresLockStore;
import dev.muster.model.project.LockSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Makes the store that a workspace's settings ask for. {@code clock} is the one the workspace is seen by. */
public record LockStores(ProgramEnvironment surroundings, Path campaigns, Clock clock) {
    public LockStore of(LockSettings settings, WorkspaceIdentity workspace) {
        if (settings instanceof LockSettings.File) {
            return file(workspace);
        }
        if (settings instanceof LockSettings.Postgres postgres) {
            var process = process();
            var seen = new LastSeenStep(surroundings.disk(), campaigns, workspace.name(), process.pid());
            return new PostgresLockStore(database(postgres), workspace, process, LockStores::sleep, seen);
        }
        var git = (LockSettings.Git) settings;
        return new GitLockStore(branch(git), workspace, process(), surroundings.disk(), campaigns);
    }

    public FileLockStore file(WorkspaceIdentity workspace) {
        return new FileLockStore(campaigns, workspace, process(), surroundings.disk());
    }

    private GitBranchPort branch(LockSettings.Git settings) {
        var git = new GitPlumbing(new GitCommand(campaigns));
        return new GitBranch(git, settings.remote(), settings.branch(), surroundings.ids(), LockStores::sleep);
    }

    private PostgresDatabase database(LockSettings.Postgres settings) {
        var url = surroundings
                .variable(settings.urlEnv())
                .orElseThrow(
                        () -> new EnvironmentException("the lock is kept in a database, and nothing says in which: set"
                                + " the environment variable " + settings.urlEnv()
                                + " to postgresql://USER:PASSWORD@HOST:5432/DATABASE"));
        return PostgresDatabase.of(settings.urlEnv(), url, settings.schema());
    }

    /** A wait that is interrupted is over at once. */
    private static void sleep(Duration pause) {
        try {
            RetryDelay.SLEEPING.take(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private dev.muster.lock.LockEnvironment process() {
        return new dev.muster.lock.LockEnvironment(
                surroundings.ids(),
                clock,
                ProcessHandle.current().pid(),
                surroundings.variable("HOSTNAME").orElse("this machine"));
    }
}
