package dev.muster.simulation;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.testing.Records;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
        public void take(LockEvent step) {
            take(step.match(new Subject()), lock -> with(lock, step));
        }

        private static Lock with(Lock lock, LockEvent step) {
            var draft = new LockBuilder(lock);
            if (step instanceof LockEvent.Recorded next
                    && !draft.entry(next.entry().identity())
                            .map(next.entry()::follows)
                            .orElse(true)) {
                throw refused("another run changed it meanwhile");
            }
            return draft.take(step).lock();
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

    /** The campaigns that a step is about. */
    private static final class Subject implements LockEvent.Cases<List<CampaignIdentity>> {
        @Override
        public List<CampaignIdentity> recorded(LockEvent.Recorded step) {
            return List.of(step.entry().identity());
        }

        @Override
        public List<CampaignIdentity> witnessed(LockEvent.Witnessed step) {
            return List.of(step.identity());
        }

        @Override
        public List<CampaignIdentity> observed(LockEvent.Observed step) {
            return List.of(step.identity());
        }

        @Override
        public List<CampaignIdentity> messaged(LockEvent.Messaged step) {
            throw new UnsupportedOperationException("the simulation sends campaigns only");
        }

        @Override
        public List<CampaignIdentity> suppressing(LockEvent.Suppressing step) {
            return List.of();
        }
    }
}
