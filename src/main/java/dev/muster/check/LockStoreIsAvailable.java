package dev.muster.check;

import dev.muster.definition.Documents;
import dev.muster.definition.ProjectDefinition.Lock;
import dev.muster.definition.ProjectDefinition.Store;
import dev.muster.diagnostic.Diagnostic;
import java.util.List;

/** A record that people believe to be shared, and that is kept on one machine, leads to a second send. */
final class LockStoreIsAvailable implements Rule {
    @Override
    public List<Diagnostic> check(Documents documents) {
        return documents
                .blocks(Lock.class)
                .filter(lock -> lock.part("store", Store.class)
                        .filter(store -> store == Store.GIT)
                        .isPresent())
                .map(lock -> Diagnostic.error(
                        "lock/store-not-available",
                        lock.at("store"),
                        "this version does not keep the lock in git",
                        "write `store: file` and commit the lock file, or `store: postgres`"))
                .toList();
    }
}
