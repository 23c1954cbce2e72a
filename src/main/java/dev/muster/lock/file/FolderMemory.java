package dev.muster.lock.file;

import dev.muster.lock.Lock;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.SeenRecord;
import dev.muster.lock.format.StoredLock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Holds a record against the newest one that was used in its folder. A record that was deleted, put back as it was earlier, or
 * is another one looks whole by itself; sent by it, people would get again what they got.
 */
record FolderMemory(LockFiles files, SeenRecordFile seen, boolean sandbox) {
    /** Why nothing may be recorded upon what stands here now, if nothing may. */
    Optional<LockException> objection(Optional<StoredLock> now) {
        try {
            return seen.readHead()
                    .flatMap(before ->
                            now.map(standing -> objection(before, standing)).orElseGet(() -> absence(before)));
        } catch (LockException unreadable) {
            return Optional.of(unreadable);
        }
    }

    private Optional<LockException> objection(SeenRecord head, StoredLock now) {
        var forgotten = head.isOf(now.file()) ? Optional.<LockException>empty() : forgotten(head, now.lock());
        return forgotten.or(
                () -> lacksJournal(head, now) ? Optional.of(refusals(head).journalGone()) : Optional.empty());
    }

    private Optional<LockException> absence(SeenRecord head) {
        return head.isOfNothing()
                ? Optional.empty()
                : Optional.of(refusals(head).absent());
    }

    private Optional<LockException> forgotten(SeenRecord head, Lock lock) {
        if (head.isOfNothing()) {
            return Optional.empty();
        }
        if (head.lineage().filter(lock.lineage()::equals).isEmpty()) {
            return Optional.of(refusals(head).other());
        }
        var missing = seen.read().map(before -> before.missingIn(lock)).orElse(List.of());
        if (lock.serial() < head.mark().serial()) {
            return Optional.of(refusals(head).older(lock.serial(), missing));
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(refusals(head).apart(missing));
    }

    /** A run closes its mark only when its steps are in the file, and drops the journal only after that. */
    private static boolean lacksJournal(SeenRecord before, StoredLock now) {
        return before.running() && !now.hasJournal();
    }

    private MemoryRefusals refusals(SeenRecord before) {
        return new MemoryRefusals(files, seen.file(), before.mark(), sandbox);
    }

    /** What only looks keeps in mind what nothing speaks against, where that is possible and no run is under way. */
    void glimpse(Optional<StoredLock> now) {
        if (now.isEmpty() || now.get().hasJournal()) {
            return;
        }
        try {
            remember(now.get().file(), false);
        } catch (IOException notKept) {
            return;
        }
    }

    /** A run relies on it that the next one knows of this record. */
    void require(LockFile file, boolean running) {
        try {
            remember(file, running);
        } catch (IOException e) {
            throw LockErrors.unwritable(seen.file(), e);
        }
    }

    private void remember(LockFile file, boolean running) throws IOException {
        var before = seen.readHead();
        if (before.filter(kept -> kept.isOf(file) && kept.running() == running).isEmpty()) {
            seen.keep(SeenRecord.of(file, running));
        }
    }
}
