package dev.muster.lock.file;

import dev.muster.lock.DraftedRun;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.format.Journal;
import dev.muster.model.Sha256;
import java.io.IOException;
import java.util.Optional;

/**
 * One run on a {@link FileLockStore}: every step is a synced line in the journal before anybody may rely on it. After a
 * line could not be written, the run records nothing more and leaves the files to the next one.
 */
public final class FileRun extends DraftedRun {
    private final LockFiles files;
    private final FolderMemory memory;
    private final FileSystemPort.Hold hold;
    private final LockFile base;
    private final LockBuilder draft;
    private Sha256 last;
    private boolean broken;
    private boolean closed;

    FileRun(LockFiles files, FolderMemory memory, FileSystemPort.Hold hold, LockFile base) {
        this.files = files;
        this.memory = memory;
        this.hold = hold;
        this.base = base;
        this.draft = new LockBuilder(base.lock());
        this.last = base.digest();
    }

    @Override
    protected LockBuilder draft() {
        return draft;
    }

    @Override
    public void take(LockEvent step) {
        LockErrors.requireFollowing(draft, step, files.file());
        requireUsable();
        var line = Journal.write(draft.serial() + 1, last, step);
        broken = true;
        files.append(line);
        broken = false;
        last = line.digest();
        draft.take(step);
    }

    private void requireUsable() {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
        if (broken) {
            throw LockErrors.broken(files.journal());
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (hold) {
            fold();
        } catch (IOException e) {
            throw LockErrors.unwritable(files.file(), e);
        }
    }

    private void fold() {
        if (broken) {
            return;
        }
        try {
            boolean changed = draft.serial() > base.lock().serial();
            memory.require(changed ? files.replace(draft.lock(), Optional.of(base.digest())) : base, false);
            files.dropJournal();
        } catch (LockException e) {
            throw LockErrors.unfolded(files.file(), files.journal(), e);
        }
    }
}
