package dev.muster.lock.file;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.SuppressionRecord;
import dev.muster.lock.format.Journal;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One run on a {@link FileLockStore}: every step is a synced line in the journal before anybody may rely on it. After a
 * line could not be written, the run records nothing more and leaves the files to the next one.
 */
public final class FileRun implements ExclusiveRun {
    /** How much of an answer is kept. */
    public static final int MAX_ANSWER_BYTES = 64 * 1024;

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
    public Lock lock() {
        return draft.lock();
    }

    @Override
    public String lineage() {
        return draft.lineage();
    }

    @Override
    public Optional<LockEntry> entry(CampaignIdentity identity) {
        return draft.entry(identity);
    }

    @Override
    public List<String> recordedWith(RemoteId id) {
        return draft.recordedWith(id);
    }

    @Override
    public void record(LockEntry entry) {
        LockErrors.requireFollowing(draft, entry, files.file());
        take(new LockEvent.Recorded(entry));
    }

    @Override
    public void record(MessageEntry entry) {
        LockErrors.requireFollowing(draft, entry, files.file());
        take(new LockEvent.Messaged(entry));
    }

    @Override
    public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
        take(new LockEvent.Suppressing(labels));
    }

    @Override
    public void witness(CampaignIdentity identity, String answer) {
        take(new LockEvent.Witnessed(identity, capped(answer)));
    }

    @Override
    public void observe(CampaignIdentity identity, Observation seen) {
        take(new LockEvent.Observed(identity, seen));
    }

    private void take(LockEvent step) {
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

    public static String capped(String answer) {
        var rest = CharBuffer.wrap(answer);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(rest, ByteBuffer.allocate(MAX_ANSWER_BYTES), true);
        return answer.substring(0, rest.position());
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
