package dev.muster.lock.format;

import dev.muster.lock.Lock;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a store holds: the file, the record with the steps of a journal that continues it, and whether a journal is there. */
public record StoredLock(LockFile file, Lock lock, boolean hasJournal) {
    /** {@code refused} says what is wrong where the journal does not continue this file. */
    public static StoredLock of(
            LockFile file, Optional<Journal> journal, BiFunction<LockFile, Journal, LockException> refused) {
        var steps = journal.filter(found -> !found.isEmpty());
        if (steps.isEmpty() || steps.get().isFoldedInto(file)) {
            return new StoredLock(file, file.lock(), journal.isPresent());
        }
        if (steps.get().continues(file)) {
            return new StoredLock(file, steps.get().onto(file.lock()), true);
        }
        throw refused.apply(file, steps.get());
    }

    /** Whether the file says everything. */
    public boolean isFolded() {
        return lock.equals(file.lock());
    }
}
