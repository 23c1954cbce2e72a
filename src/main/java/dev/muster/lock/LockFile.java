package dev.muster.lock;

import dev.muster.model.Sha256;
import java.util.Optional;

/** A lock file as it was read or written: the record, its digest, and the digest of the file it replaced. */
public record LockFile(Lock lock, Optional<Sha256> previous, Sha256 digest) {
    /** {@code name} is how a refusal calls the file. */
    public void requireOf(WorkspaceIdentity workspace, String name) {
        if (!lock.workspace().isSameAs(workspace)) {
            throw LockErrors.otherWorkspace(name, lock.workspace(), workspace);
        }
    }
}
