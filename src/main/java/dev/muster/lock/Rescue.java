package dev.muster.lock;

import dev.muster.lock.LockException.Why;
import dev.muster.lock.format.RescueLine;
import java.util.Optional;

/**
 * An outcome that could not be recorded where it belongs; as a {@link RescueLine} it is kept beside the record, or printed
 * and pasted, and is fed back later. It works with any store: it carries the entry and the lineage of its lock, and nothing
 * of where that is kept.
 */
public record Rescue(String lineage, LockEntry entry) {
    /** Whether the run that made this attempt goes by the name of the one that holds the record. */
    public boolean isByRunOf(RunOwner holder) {
        return entry.attempt().run().id().equals(holder.run());
    }

    /** Whether the record's newest attempt at this send is the one that this is the outcome of. */
    public boolean isOfAttemptIn(Lock lock) {
        return lock.lineage().equals(lineage)
                && lock.entry(entry.identity())
                        .filter(recorded -> recorded.attempt().equals(entry.attempt()))
                        .isPresent();
    }

    private boolean saysTheSame(LockEntry recorded) {
        return recorded.equals(entry)
                || (recorded instanceof LockEntry.Confirmed now
                        && entry instanceof LockEntry.Confirmed then
                        && now.remote().id().equals(then.remote().id()));
    }

    /**
     * What to record in this lock: the outcome, or nothing when it is there already. Refused for another lock, and where the
     * lock has gone on with that send since.
     */
    public Optional<LockEntry> into(Lock lock) {
        if (!lock.lineage().equals(lineage)) {
            throw new LockException(
                    Why.OTHER_WORKSPACE,
                    "this outcome belongs to the lock with lineage " + lineage + ", not to this one");
        }
        var recorded = lock.entry(entry.identity());
        if (recorded.filter(this::saysTheSame).isPresent()) {
            return Optional.empty();
        }
        return recorded.filter(now -> now.isOpen() && now.attempt().equals(entry.attempt()))
                .map(now -> Optional.of(entry))
                .orElseThrow(() -> new LockException(
                        Why.DAMAGED,
                        "this outcome is of an attempt that the lock does not wait for: " + entry.identity() + " is "
                                + recorded.map(now -> SendState.of(now).toString())
                                        .orElse("not recorded")));
    }
}
