package dev.muster.testing;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SuppressionRecord;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.util.Optional;
import java.util.SortedMap;

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
        public void record(LockEntry entry) {
            if (!lock().entry(entry.identity()).map(entry::follows).orElse(true)) {
                throw new LockException(LockException.Why.OVERTAKEN, entry.identity() + " was changed meanwhile");
            }
            replace(lock().with(entry));
        }

        @Override
        public void record(MessageEntry entry) {
            var before = lock().singles().entry(entry.identity());
            if (before.isPresent()
                    && entry.history().size() < before.get().history().size()) {
                throw new LockException(LockException.Why.OVERTAKEN, entry.identity() + " was changed meanwhile");
            }
            replace(lock().with(entry));
        }

        @Override
        public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
            replace(lock().suppressing(labels));
        }

        @Override
        public void witness(CampaignIdentity identity, String answer) {
            replace(lock().witnessed(identity, answer));
        }

        @Override
        public void observe(CampaignIdentity identity, Observation seen) {
            replace(lock().observing(identity, seen));
        }

        private void replace(Lock after) {
            if (closed) {
                throw new IllegalStateException("the run has ended");
            }
            lock = Optional.of(after);
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
