package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.FileLockStore;
import dev.muster.lock.LocalDisk;
import dev.muster.lock.LockStore;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.LockSettings;
import java.nio.file.Path;
import java.time.Clock;

/** Makes the store that a workspace's settings ask for. {@code clock} is the one the workspace is seen by. */
record LockStores(Surroundings surroundings, Path campaigns, Clock clock) {
    LockStore of(LockSettings settings, WorkspaceIdentity workspace) {
        if (settings instanceof LockSettings.File) {
            return new FileLockStore(campaigns, workspace, process(), new LocalDisk());
        }
        // the checks of definitions refuse this first
        throw new EnvironmentException("this version cannot keep a lock there: " + settings);
    }

    private dev.muster.lock.Surroundings process() {
        return new dev.muster.lock.Surroundings(
                surroundings.ids(),
                clock,
                ProcessHandle.current().pid(),
                surroundings.variable("HOSTNAME").orElse("this machine"));
    }
}
