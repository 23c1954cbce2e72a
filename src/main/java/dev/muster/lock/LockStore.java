package dev.muster.lock;

import java.util.List;
import java.util.Optional;

/**
 * Where the record lives. All stores pass one contract test. Whatever is not understood is refused with a
 * {@link LockException}; nothing is ever overwritten to make it fit.
 */
public interface LockStore {
    /** The record as last made durable, a journal of a broken run included; empty when none was ever written. Writes nothing. */
    Optional<Lock> load();

    /**
     * The same, and why {@link #begin} would refuse it although it can be read. Other stores refuse to load it at all.
     */
    default LoadedLock look() {
        return new LoadedLock(load(), Optional.empty());
    }

    /**
     * Other records of this workspace in the same place, each as a message that says what to do; usually none. Only a place
     * that can hold several has any. Writes nothing.
     */
    default List<String> otherRecords() {
        return List.of();
    }

    /**
     * Starts the exclusive run and brings the record up to date, writing an empty one with a new lineage where there is
     * none. Refused while another run holds it; the refusal names the holder.
     */
    ExclusiveRun begin(RunIdentity run);

    /**
     * Starts the run that feeds back an outcome. Who kept it records nothing more, so where that very run still holds the
     * record, because it could not be ended there, its hold is taken over; that of any other run is not.
     */
    default ExclusiveRun beginFor(Rescue rescue, RunIdentity run) {
        return begin(run);
    }
}
