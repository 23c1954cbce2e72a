package dev.muster.lock.file;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.LoadedLock;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockFile;
import dev.muster.lock.LockStore;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.RunOwner;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.StoredLock;
import dev.muster.lock.merge.CommittedLocks;
import dev.muster.lock.merge.LockJoin;
import dev.muster.lock.merge.LockMerged;
import dev.muster.lock.merge.LockVersion;
import dev.muster.lock.merge.LockVersions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The record in a folder of YAML files: a JSON file for git, and beside it a journal while a run is under way or after one
 * broke off. A step costs one synced line in the journal, however long the record is; the file is written once, when the
 * journal is folded into it. It is for a person at a computer: on a machine that dies with its job, so does the record.
 */
public final class FileLockStore implements LockStore {
    private final LockFiles files;
    private final WorkspaceIdentity workspace;
    private final LockEnvironment surroundings;
    private final FolderMemory memory;

    public FileLockStore(Path folder, WorkspaceIdentity workspace, LockEnvironment surroundings, FileSystemPort disk) {
        this.files = new LockFiles(disk, folder, workspace.name());
        this.workspace = workspace;
        this.surroundings = surroundings;
        this.memory = new FolderMemory(
                files, new SeenRecordFile(disk, folder, workspace.name(), surroundings.pid()), workspace.isSandbox());
    }

    @Override
    public Optional<Lock> load() {
        return look().lock();
    }

    @Override
    public LoadedLock look() {
        var standing = standing();
        var objection = memory.objection(standing);
        if (objection.isEmpty()) {
            memory.glimpse(standing);
        }
        return new LoadedLock(standing.map(StoredLock::lock), objection);
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        var hold = files.hold(RunOwner.of(run, surroundings))
                .orElseThrow(() -> LockErrors.held(workspace.name(), files.holder()));
        try {
            var base = folded();
            files.startJournal();
            memory.require(base, true);
            return new FileRun(files, memory, hold, base);
        } catch (RuntimeException e) {
            release(hold, e);
            throw e;
        }
    }

    /** Joins two versions that git could not merge, and puts the result in the place of the file. */
    public LockMerged merge(
            RunIdentity run, LockVersions versions, CommittedLocks committed, Optional<MergeDecision> decision) {
        var hold = files.hold(RunOwner.of(run, surroundings))
                .orElseThrow(() -> LockErrors.held(workspace.name(), files.holder()));
        try (hold) {
            var journal = files.readJournal();
            var steps = journal.filter(found -> !found.isEmpty());
            var join = new LockJoin(Optional.of(workspace), steps, committed, decision);
            var merged = join.of(versions);
            if (merged instanceof LockMerged.Joined joined) {
                if (!join.hasJournal()) {
                    throw LockErrors.apart(
                            files.file(),
                            files.journal(),
                            files.gitShowing(steps.orElseThrow().base()));
                }
                var previous = steps.map(Journal::base).or(versions::previous);
                var file = files.replace(joined.lock(), previous);
                journal.ifPresent(folded -> drop(file));
            }
            return merged;
        } catch (IOException e) {
            throw LockErrors.unwritable(files.file(), e);
        }
    }

    /** It stays where the folder saw more than the file has: the next command says what is missing. */
    private void drop(LockFile file) {
        if (memory.objection(Optional.of(new StoredLock(file, file.lock(), true)))
                .isEmpty()) {
            memory.require(file, false);
            files.dropJournal();
        }
    }

    /** The file as it is, line ends mended. */
    public Optional<LockVersion> version() {
        return files.readFile()
                .map(file -> LockJson.write(file.lock(), file.previous()).text())
                .map(text -> new LockVersion(files.file(), text));
    }

    /** The file as it is, where it has git's conflict marks. */
    public Optional<LockVersion> marked() {
        return files.readMarked();
    }

    private static void release(FileSystemPort.Hold hold, RuntimeException why) {
        try {
            hold.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** The lock file after the journal of a broken run is in it; a first one where there is none. */
    private LockFile folded() {
        var standing = standing();
        memory.objection(standing).ifPresent(refused -> {
            throw refused;
        });
        return standing.map(this::folded)
                .orElseGet(
                        () -> files.replace(Lock.empty(surroundings.lineages().get(), workspace), Optional.empty()));
    }

    /** The journal goes only after the file that holds its steps is durable, and nobody waits for it any more. */
    private LockFile folded(StoredLock standing) {
        var file = standing.file();
        var folded = standing.isFolded() ? file : files.replace(standing.lock(), Optional.of(file.digest()));
        if (standing.hasJournal()) {
            memory.require(folded, false);
            files.dropJournal();
        }
        return folded;
    }

    /** The journal is read first: a run that ends meanwhile folds it into a file that is then newer, never older. */
    private Optional<StoredLock> standing() {
        var journal = files.readJournal();
        var file = files.readFile();
        if (file.isEmpty() && journal.isPresent()) {
            throw LockErrors.missing(files.file(), files.journal());
        }
        file.ifPresent(found -> found.requireOf(workspace, files.file()));
        return file.map(found -> StoredLock.of(found, journal, files::notContinued));
    }
}
