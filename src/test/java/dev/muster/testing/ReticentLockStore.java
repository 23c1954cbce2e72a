package dev.muster.testing;

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
import dev.muster.model.RemoteId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

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
        public void record(LockEntry entry) {
            run.record(entry);
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
        public void observe(CampaignIdentity identity, Observation seen) {
            run.observe(identity, seen);
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
