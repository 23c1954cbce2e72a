package dev.muster.simulation;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import java.util.Optional;
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
        public void take(LockEvent step) {
            if (step instanceof LockEvent.Recorded recorded) {
                recording.accept(recorded.entry(), run);
            } else {
                run.take(step);
            }
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
