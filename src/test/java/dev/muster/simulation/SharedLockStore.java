package dev.muster.simulation;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * The least that a store over a {@link SharedRecord} must do: each step is a compare-and-swap on what was read; after a
 * conflict it goes on only if the campaign at hand is as this run left it; after a lost connection the record itself tells
 * whether the step is in it. Several runs may be under way.
 */
final class SharedLockStore implements LockStore {
    private static final int TRIES = 5;

    private final SharedRecord record;

    SharedLockStore(SharedRecord record) {
        this.record = record;
    }

    @Override
    public Optional<Lock> load() {
        return record.read().lock();
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        var state = record.read();
        if (state.lock().isEmpty()) {
            record.compareAndSet(state.version(), Lock.empty(Records.LINEAGE, Records.WORKSPACE));
            state = record.read();
        }
        if (state.lock().isEmpty()) {
            throw refused("the record cannot be made");
        }
        return new Run(state);
    }

    private static LockException refused(String why) {
        return new LockException(LockException.Why.UNWRITABLE, why);
    }

    private final class Run implements ExclusiveRun {
        private SharedRecord.State known;
        private boolean broken;

        Run(SharedRecord.State known) {
            this.known = known;
        }

        @Override
        public Lock lock() {
            return known.lock().orElseThrow();
        }

        @Override
        public void record(LockEntry entry) {
            take(List.of(entry.identity()), lock -> with(lock, entry));
        }

        private static Lock with(Lock lock, LockEntry entry) {
            if (!lock.entry(entry.identity()).map(entry::follows).orElse(true)) {
                throw refused("another run changed it meanwhile");
            }
            return lock.with(entry);
        }

        @Override
        public void observe(CampaignIdentity identity, Observation seen) {
            take(List.of(identity), lock -> lock.observing(identity, seen));
        }

        @Override
        public void record(MessageEntry entry) {
            throw new UnsupportedOperationException("the simulation sends campaigns only");
        }

        @Override
        public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
            take(List.of(), lock -> lock.suppressing(labels));
        }

        @Override
        public void witness(CampaignIdentity identity, String answer) {
            take(List.of(identity), lock -> lock.witnessed(identity, answer));
        }

        private void take(List<CampaignIdentity> about, UnaryOperator<Lock> step) {
            if (broken) {
                throw refused("an earlier step of this run was not taken");
            }
            broken = true;
            for (int tries = 0; tries < TRIES; tries++) {
                if (isTaken(about, step.apply(lock()))) {
                    broken = false;
                    return;
                }
            }
            throw refused("others change the record all the time");
        }

        private boolean isTaken(List<CampaignIdentity> about, Lock next) {
            var outcome = record.compareAndSet(known.version(), next);
            var found = outcome == SharedRecord.Outcome.OK
                    ? new SharedRecord.State(Optional.of(next), known.version() + 1)
                    : record.read();
            boolean taken = outcome == SharedRecord.Outcome.OK || isThere(about, next, found);
            if (!taken && !isSame(about, lock(), found.lock().orElseThrow())) {
                throw refused("another run recorded it meanwhile");
            }
            known = found;
            return taken;
        }

        /** Whether a step whose fate is unknown is in the record: an entry with its nonce and its history is nobody else's. */
        private boolean isThere(List<CampaignIdentity> about, Lock next, SharedRecord.State found) {
            return found.version() > known.version()
                    && found.lock().filter(lock -> isSame(about, next, lock)).isPresent();
        }

        private boolean isSame(List<CampaignIdentity> about, Lock one, Lock other) {
            return about.isEmpty()
                    ? one.suppression().equals(other.suppression())
                    : about.stream().allMatch(identity -> isSame(identity, one, other));
        }

        private static boolean isSame(CampaignIdentity identity, Lock one, Lock other) {
            return one.entry(identity).equals(other.entry(identity))
                    && Objects.equals(
                            one.answers().get(identity), other.answers().get(identity));
        }

        @Override
        public void close() {}
    }
}
