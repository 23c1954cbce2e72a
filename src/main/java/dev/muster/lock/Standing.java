package dev.muster.lock;

import java.util.Optional;
import java.util.function.BiFunction;

/** What a store holds: the file, the record with the steps of a journal that continues it, and whether a journal is there. */
record Standing(LockFile file, Lock lock, boolean hasJournal) {
    /** {@code refused} says what is wrong where the journal does not continue this file. */
    static Standing of(LockFile file, Optional<Journal> journal, BiFunction<LockFile, Journal, LockRefused> refused) {
        var steps = journal.filter(found -> !found.isEmpty());
        if (steps.isEmpty() || steps.get().isFoldedInto(file)) {
            return new Standing(file, file.lock(), journal.isPresent());
        }
        if (steps.get().continues(file)) {
            return new Standing(file, steps.get().onto(file.lock()), true);
        }
        throw refused.apply(file, steps.get());
    }

    /** Whether the file says everything. */
    boolean isFolded() {
        return lock.equals(file.lock());
    }
}
