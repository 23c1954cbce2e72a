package dev.muster.lock.merge;

import dev.muster.lock.Lock;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.LockFile;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.format.Journal;
import java.util.Optional;

/**
 * Reads the versions of one record, wherever they are whole, and joins them. Where git's conflict marks cut a version, git's
 * own copy of it is taken: the digest in it tells that it is the one. The steps of a run that broke off come upon the version
 * on which it began.
 */
public final class LockJoin {
    private final Optional<WorkspaceIdentity> workspace;
    private final Optional<Journal> journal;
    private final CommittedLocks committed;
    private final EntryMergeRule judge;
    private boolean journalTaken;

    /**
     * @param workspace whose versions these must be
     * @param journal with at least one step
     */
    public LockJoin(
            Optional<WorkspaceIdentity> workspace,
            Optional<Journal> journal,
            CommittedLocks committed,
            Optional<MergeDecision> decision) {
        this.workspace = workspace;
        this.journal = journal;
        this.committed = committed;
        this.judge = new EntryMergeRule(decision);
        this.journalTaken = journal.isEmpty();
    }

    public LockMerged of(LockVersions versions) {
        var lock = joined(versions);
        return judge.contradictions().isEmpty()
                ? new LockMerged.Joined(lock, judge.decided())
                : new LockMerged.Apart(judge.contradictions());
    }

    /** Whether the journal's steps, if there are any, are in what was joined. */
    public boolean hasJournal() {
        return journalTaken;
    }

    private Lock joined(LockVersions versions) {
        var base = versions.base().flatMap(this::common);
        var ours = lock(versions.ours());
        return LockMerge.joined(base, ours, lock(versions.theirs()), judge);
    }

    /** It only makes the numbers of steps smaller, so it may be missing. */
    private Optional<Lock> common(LockVersion version) {
        try {
            return Optional.of(read(version).lock());
        } catch (LockException notWhole) {
            return Optional.empty();
        }
    }

    private Lock lock(LockVersion version) {
        return version.sides().map(this::joined).orElseGet(() -> whole(version));
    }

    private Lock whole(LockVersion version) {
        var file = read(version);
        workspace.ifPresent(own -> file.requireOf(own, version.name()));
        var steps = journal.filter(found -> found.continues(file));
        journalTaken |= steps.isPresent()
                || journal.filter(found -> found.isFoldedInto(file)).isPresent();
        return steps.map(found -> found.onto(file.lock())).orElse(file.lock());
    }

    private LockFile read(LockVersion version) {
        try {
            return version.read();
        } catch (LockException refused) {
            if (refused.why() != Why.DAMAGED) {
                throw refused;
            }
            return committed(version).orElseThrow(() -> cut(version, refused));
        }
    }

    /** A text with marks, or a part of one, is as git left it; any other one is no lock. */
    private LockException cut(LockVersion version, LockException refused) {
        return version.isPart() || version.isMarked()
                ? LockErrors.cut(version.name(), committed.befores())
                : LockErrors.noVersion(refused);
    }

    private Optional<LockFile> committed(LockVersion cut) {
        return cut.named()
                .flatMap(digest -> committed
                        .naming(digest)
                        .flatMap(text -> file(new LockVersion(cut.name(), text)).stream())
                        .filter(file -> file.digest().equals(digest))
                        .findFirst());
    }

    private static Optional<LockFile> file(LockVersion version) {
        try {
            return Optional.of(version.read());
        } catch (LockException notWhole) {
            return Optional.empty();
        }
    }
}
