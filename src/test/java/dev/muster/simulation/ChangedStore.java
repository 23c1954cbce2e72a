package dev.muster.simulation;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/** A store whose runs record entries in another way. */
record ChangedStore(LockStore store, BiConsumer<LockEntry, ExclusiveRun> recording) implements LockStore {
    static LockStore recording(LockStore store, BiConsumer<LockEntry, ExclusiveRun> recording) {
        return new ChangedStore(store, recording);
    }

    @Override
    public Optional<Lock> load() {
        return store.load();
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        return new Run(store.begin(run), recording);
    }

    private record Run(ExclusiveRun run, BiConsumer<LockEntry, ExclusiveRun> recording) implements ExclusiveRun {
        @Override
        public Lock lock() {
            return run.lock();
        }

        @Override
        public void record(LockEntry entry) {
            recording.accept(entry, run);
        }

        @Override
        public void observe(CampaignIdentity identity, Observation seen) {
            run.observe(identity, seen);
        }

        @Override
        public void record(MessageEntry entry) {
            run.record(entry);
        }

        @Override
        public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
            run.suppress(labels);
        }

        @Override
        public void witness(CampaignIdentity identity, String answer) {
            run.witness(identity, answer);
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
