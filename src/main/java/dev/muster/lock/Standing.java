package dev.muster.lock;

import java.util.Optional;

/** What a store holds: the file, the record with the steps of a journal that continues it, and whether a journal is there. */
record Standing(LockFile file, Lock lock, boolean hasJournal) {
    /** {@code fileName} and {@code journalName} are how a refusal calls the two. */
    static Standing of(LockFile file, Optional<Journal> journal, String fileName, String journalName) {
        var steps = journal.filter(found -> !found.isEmpty());
        if (steps.isEmpty() || steps.get().isFoldedInto(file)) {
            return new Standing(file, file.lock(), journal.isPresent());
        }
        if (steps.get().continues(file)) {
            return new Standing(file, steps.get().onto(file.lock()), true);
        }
        throw notContinued(file, steps.get().baseSerial(), fileName, journalName);
    }

    private static LockRefused notContinued(LockFile file, long expected, String fileName, String journalName) {
        return file.lock().serial() < expected
                ? Refusals.rolledBack(fileName, file.lock().serial(), journalName, expected)
                : Refusals.apart(fileName, journalName);
    }

    /** Whether the file says everything. */
    boolean isFolded() {
        return lock.equals(file.lock());
    }
}
