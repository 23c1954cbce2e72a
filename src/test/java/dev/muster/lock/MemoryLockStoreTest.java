package dev.muster.lock;

import static dev.muster.testing.Records.LINEAGE;
import static dev.muster.testing.Records.WORKSPACE;

import dev.muster.testing.MemoryLockStore;

class MemoryLockStoreTest extends LockStoreContract {
    private final MemoryLockStore store = new MemoryLockStore(WORKSPACE, LINEAGE);

    @Override
    public LockStore store() {
        return store;
    }

    @Override
    public LockStore again() {
        return store;
    }
}
