package dev.muster.testing;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import java.util.Optional;

/** A record that lasts as long as this object. It keeps the promises of {@link LockStore} but the one about crashes. */
public final class MemoryLockStore implements LockStore {
    private final WorkspaceIdentity workspace;
    private final String lineage;
    private Optional<Lock> lock = Optional.empty();
    private Optional<RunIdentity> holder = Optional.empty();

    public MemoryLockStore(WorkspaceIdentity workspace, String lineage) {
        this.workspace = workspace;
        this.lineage = lineage;
    }

    /** A store that already holds a record. */
    public static MemoryLockStore of(Lock lock) {
        var store = new MemoryLockStore(lock.workspace(), lock.lineage());
        store.lock = Optional.of(lock);
        return store;
    }

    @Override
    public Optional<Lock> load() {
        return lock;
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        holder.ifPresent(other -> {
            throw new LockException(LockException.Why.HELD, "held by run " + other.id() + " of " + other.actor());
        });
        holder = Optional.of(run);
        lock = lock.or(() -> Optional.of(Lock.empty(lineage, workspace)));
        return new Run();
    }

    private final class Run implements ExclusiveRun {
        private boolean closed;

        @Override
        public Lock lock() {
            return lock.orElseThrow();
        }

        @Override
        public void take(LockEvent step) {
            if (closed) {
                throw new IllegalStateException("the run has ended");
            }
            var draft = new LockBuilder(lock());
            LockErrors.requireFollowing(draft, step, "memory");
            lock = Optional.of(draft.take(step).lock());
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                holder = Optional.empty();
            }
        }
    }
}
