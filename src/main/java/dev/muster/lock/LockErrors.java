package dev.muster.lock;

import dev.muster.lock.LockException.Why;
import dev.muster.model.CampaignIdentity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a store says when it refuses: what is wrong, where, what it means, and what to do. Never "delete it". */
public final class LockErrors {
    private LockErrors() {}

    public static LockException damaged(String place, String what) {
        return new LockException(
                Why.DAMAGED,
                place + ": this is not as Muster wrote it: " + what + ".\n"
                        + "It is the only record of what was sent, so nothing is sent until it is whole again. Keep a copy, "
                        + "put back the version of the last run (git checkout -- FILE, or a backup), then run "
                        + "`muster lock verify`. An empty or older record would send again what was sent.");
    }

    public static LockException unmerged(String file, String quoted) {
        return new LockException(
                Why.DAMAGED,
                file + ": this is an unfinished merge: it has git's conflict marks.\n"
                        + "Nothing is sent until both sides are in it, because either side may have sent. Join them with"
                        + " `muster lock merge`, then run `git add " + quoted + "`.");
    }

    public static LockException cut(String version, List<String> befores) {
        var shown = befores.stream().map(command -> "\n  " + command).collect(Collectors.joining());
        return new LockException(
                Why.DAMAGED,
                version + ": the conflict marks do not hold this version whole, and git does not have it here.\n"
                        + "Nothing was joined, because either side may have sent. Take both versions as they were before"
                        + " the merge" + (shown.isEmpty() ? " from git or a backup." : ":" + shown)
                        + "\nPut one in the place of the lock, the other one into other.lock.json, and run"
                        + " `muster lock merge other.lock.json`. Where git lacks a commit, run `git fetch --unshallow`, or"
                        + " take it from the clone in which the merge was made.");
    }

    /** {@code damaged} begins with the place and what is wrong there. */
    public static LockException noVersion(LockException damaged) {
        var what = String.valueOf(damaged.getMessage()).lines().findFirst().orElse("");
        return new LockException(
                Why.DAMAGED,
                what + "\nNothing was joined. Each version must be a whole lock file of this workspace, as"
                        + " `git show COMMIT:FILE` prints it.");
    }

    public static LockException otherBeginning(Lock ours, Lock theirs) {
        return new LockException(
                Why.ROLLED_BACK,
                "The two versions are records of different beginnings: lineage " + ours.lineage() + " and lineage "
                        + theirs.lineage() + ".\n"
                        + "Nothing was joined. Keep the one with which more was sent, and record what the other one has"
                        + " with `muster lock adopt KEY`: " + String.join(", ", known(ours, theirs)) + ".");
    }

    private static List<String> known(Lock ours, Lock theirs) {
        return Stream.of(ours, theirs)
                .flatMap(lock -> lock.entries().keySet().stream())
                .map(CampaignIdentity::toString)
                .distinct()
                .sorted()
                .toList();
    }

    public static LockException unreadable(String file, IOException e) {
        return new LockException(
                Why.DAMAGED,
                file + ": the record cannot be read: " + cause(e) + ".\n"
                        + "Without it Muster cannot know what was sent. Make it a plain file that this user can read.");
    }

    /** What is made from an entry that meanwhile is another one would forget what happened to it. */
    public static void requireFollowing(LockBuilder draft, LockEvent step, String place) {
        if (step instanceof LockEvent.OfEntry next
                && draft.current(next.entry())
                        .filter(before -> !next.entry().follows(before))
                        .isPresent()) {
            throw settledByAnother(place, next.entry().identity().toString());
        }
    }

    public static LockException settledByAnother(String place, String what) {
        return new LockException(
                Why.OVERTAKEN,
                place + ": another run or person changed " + what + " while this run was at it.\n"
                        + "Compare `muster lock show` with what SeaX has, and settle it with `muster resolve`.");
    }

    public static LockException newerFormat(String file, long format, int known) {
        return new LockException(
                Why.NEWER_FORMAT,
                file + ": this was written by a newer Muster: it has format " + format + ", this one reads up to "
                        + known + ".\nUse the Muster that wrote it, or a newer one.");
    }

    public static LockException missing(String file, String journal) {
        return new LockException(
                Why.ROLLED_BACK,
                file + ": the record is missing, but " + journal + " continues it.\n"
                        + "Put back the version that the last run wrote (git checkout -- " + file
                        + ", or a backup) and "
                        + "keep the journal: it holds steps that the file does not.");
    }

    public static LockException rolledBack(String file, long serial, String journal, long expected) {
        return new LockException(
                Why.ROLLED_BACK,
                file + ": this is an older version of the record: it has serial " + serial + ", but " + journal
                        + " continues serial " + expected + ".\n"
                        + "Put back the version with serial " + expected + " (git log -- " + file
                        + " lists them) and keep the journal: it holds steps that the file does not.");
    }

    /** On a branch of its own, where only Muster writes. */
    public static LockException notContinued(String file, String journal) {
        return new LockException(
                Why.DAMAGED,
                file + ": this is not the version that " + journal + " continues.\n"
                        + "Somebody changed this branch by hand. Put it back as the last run left it, then run"
                        + " `muster lock verify`.");
    }

    /** {@code showing} is the command that prints the version that the journal continues. */
    public static LockException apart(String file, String journal, String showing) {
        return new LockException(
                Why.DAMAGED,
                file + ": this is not the version that " + journal + " continues.\n"
                        + "The journal holds steps of a run that broke off, and the file was replaced since. Keep the"
                        + " journal. Put the version of that run into a file, with\n  "
                        + showing
                        + " >other.lock.json\nThen run `muster lock merge other.lock.json`: it brings the journal in.");
    }

    static LockException otherWorkspace(String file, WorkspaceIdentity recorded, WorkspaceIdentity asked) {
        return new LockException(
                Why.OTHER_WORKSPACE,
                file + ": this is the record of another workspace: " + recorded.called() + ", not " + asked.called()
                        + ".\n"
                        + "Check base_url and workspace_id of workspace " + asked.name()
                        + ". A record is never used for "
                        + "another workspace; a new workspace needs a new name, which gives it a record of its own.");
    }

    public static LockException held(String workspace, Optional<RunOwner> owner) {
        var who = owner.map(RunOwner::sentence).orElse("another run");
        return new LockException(
                Why.HELD,
                "The record of workspace " + workspace + " is held by " + who + ".\n"
                        + "Two runs at once could send twice. Wait until that run ends; the hold ends with its process, "
                        + "also when it is killed.");
    }

    public static LockException unwritable(String file, IOException e) {
        return new LockException(
                Why.UNWRITABLE,
                file + ": the record cannot be written: " + cause(e) + ".\n"
                        + "What cannot be recorded must not be sent, so nothing more is sent. Make room, or give this user "
                        + "the right to write there, and run again.");
    }

    /** The run is over and all of it is recorded, only not yet where git looks. */
    public static LockException unfolded(String file, String journal, LockException cause) {
        var refused = new LockException(
                Why.UNWRITABLE,
                journal + ": everything this run did is recorded here, but could not be brought into " + file + ".\n"
                        + "Keep both; the next run brings it over. The cause: " + cause.getMessage());
        refused.initCause(cause);
        return refused;
    }

    /** After a write failed, nobody knows what reached the disk: only a new run, which reads it again, may go on. */
    public static LockException broken(String file) {
        return new LockException(
                Why.UNWRITABLE,
                file + ": an earlier step of this run could not be written, so this run records nothing more.\n"
                        + "Run again: what was recorded is kept.");
    }

    public static String cause(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ", " + e.getMessage());
    }
}
