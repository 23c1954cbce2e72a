package dev.muster.lock;

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
    private final Surroundings surroundings;

    public FileLockStore(Path folder, WorkspaceIdentity workspace, Surroundings surroundings, Disk disk) {
        this.files = new LockFiles(disk, folder, workspace.name());
        this.workspace = workspace;
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Lock> load() {
        return standing().map(Standing::lock);
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        var hold = files.hold(Owner.of(run, surroundings))
                .orElseThrow(() -> Refusals.held(workspace.name(), files.holder()));
        try {
            var base = folded();
            files.startJournal();
            return new FileRun(files, hold, base);
        } catch (RuntimeException e) {
            release(hold, e);
            throw e;
        }
    }

    private static void release(Disk.Hold hold, RuntimeException why) {
        try {
            hold.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** The lock file after the journal of a broken run is in it; a first one where there is none. */
    private LockFile folded() {
        var standing = standing();
        if (standing.isEmpty()) {
            return files.replace(Lock.empty(surroundings.lineages().get(), workspace), Optional.empty());
        }
        return standing.get().foldedInto(files);
    }

    /** The journal is read first: a run that ends meanwhile folds it into a file that is then newer, never older. */
    private Optional<Standing> standing() {
        var journal = files.readJournal();
        var file = files.readFile();
        if (file.isEmpty() && journal.isPresent()) {
            throw Refusals.missing(files.file(), files.journal());
        }
        file.ifPresent(this::requireSameWorkspace);
        return file.map(found -> standing(found, journal));
    }

    private Standing standing(LockFile file, Optional<Journal> journal) {
        var steps = journal.filter(found -> !found.isEmpty());
        if (steps.isEmpty() || steps.get().isFoldedInto(file)) {
            return new Standing(file, file.lock(), journal.isPresent());
        }
        if (steps.get().continues(file)) {
            return new Standing(file, steps.get().onto(file.lock()), true);
        }
        throw notContinued(file, steps.get());
    }

    private LockRefused notContinued(LockFile file, Journal journal) {
        var expected = journal.baseSerial();
        return file.lock().serial() < expected
                ? Refusals.rolledBack(files.file(), file.lock().serial(), files.journal(), expected)
                : Refusals.apart(files.file(), files.journal());
    }

    private void requireSameWorkspace(LockFile file) {
        var recorded = file.lock().workspace();
        if (!recorded.isSameAs(workspace)) {
            throw Refusals.otherWorkspace(files.file(), recorded, workspace);
        }
    }

    /** What is on the disk: the file, the record with the journal's steps, and whether a journal is there. */
    private record Standing(LockFile file, Lock lock, boolean hasJournal) {
        /** The journal goes only after the file that holds its steps is durable. */
        LockFile foldedInto(LockFiles files) {
            var folded = lock.equals(file.lock()) ? file : files.replace(lock, Optional.of(file.digest()));
            if (hasJournal) {
                files.dropJournal();
            }
            return folded;
        }
    }
}
