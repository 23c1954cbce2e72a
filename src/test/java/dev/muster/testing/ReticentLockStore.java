package dev.muster.testing;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;

/** A store whose runs answer single questions only: whoever asks for the whole record, which costs its length, fails. */
public record ReticentLockStore(LockStore store) implements LockStore {
    @Override
    public Optional<Lock> load() {
        return store.load();
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        return new Run(store.begin(run));
    }

    private record Run(ExclusiveRun run) implements ExclusiveRun {
        @Override
        public Lock lock() {
            throw new AssertionError("the whole record was asked for during a send");
        }

        @Override
        public String lineage() {
            return run.lineage();
        }

        @Override
        public Optional<LockEntry> entry(CampaignIdentity identity) {
            return run.entry(identity);
        }

        @Override
        public List<String> recordedWith(RemoteId id) {
            return run.recordedWith(id);
        }

        @Override
        public void take(LockEvent step) {
            run.take(step);
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
