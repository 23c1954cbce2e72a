package dev.muster.lock.file;

import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.StepMark;
import java.io.IOException;
import java.util.List;

/** What is said of a record that is not the newest one that was used in its folder. */
record MemoryRefusals(LockFiles files, String seen, StepMark mark, boolean sandbox) {
    private static final int NAMED = 3;

    LockException absent() {
        return refused(files.file() + ": the record is gone. Serial " + mark.serial() + " of it was used here.\n");
    }

    LockException older(long serial, List<String> missing) {
        return refused(files.file() + ": this record is older than the one that was used here: it has serial " + serial
                + ", and serial " + mark.serial() + " was seen. That is so after a change to another branch, after"
                + " `git stash`, and with a copy that was put back.\n" + lacks(missing));
    }

    LockException other() {
        return refused(files.file() + ": this is not the record that was used here before, but another one. Serial "
                + mark.serial() + " of the other was seen.\n");
    }

    LockException apart(List<String> missing) {
        return new LockException(
                Why.ROLLED_BACK,
                files.file() + ": this record has no trace of what was recorded here. One side of a merge was taken, or"
                        + " a record of another clone was put in its place.\n" + lacks(missing)
                        + "Nothing is sent by it, because it would send that again. Join the two records: put the other"
                        + " one into a file, with\n  " + files.gitShowing(mark.digest()) + " >other.lock.json\nThen run"
                        + " `muster lock merge other.lock.json`.\n" + ifLost());
    }

    private LockException refused(String what) {
        return new LockException(
                Why.ROLLED_BACK,
                what + "Nothing is sent by it, because it would send again what was sent. Put the newer record back."
                        + " This finds it in git, also on another branch and in a stash:\n  "
                        + files.gitPuttingBack(mark.digest()) + "\nWithout git, take it from a backup.\n" + ifLost());
    }

    private String ifLost() {
        return sandbox ? "To start over in the sandbox: `muster sandbox reset`, and no lock file." : ifReallyLost();
    }

    private String ifReallyLost() {
        return "If it is lost, delete " + seen + ", run `muster init` if there is no record, and record every campaign"
                + " that SeaX has with `muster lock adopt KEY` before you send anything.";
    }

    private static String lacks(List<String> missing) {
        if (missing.isEmpty()) {
            return "";
        }
        int more = missing.size() - NAMED;
        return "It lacks " + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + (more > 0 ? " and " + more + " more" : "") + ".\n";
    }

    LockException journalGone() {
        return new LockException(
                Why.ROLLED_BACK,
                files.journal() + ": the journal is gone. A run broke off, and its steps are not in " + files.file()
                        + ".\nNothing is sent without them, because a send may be among them. Put the journal back.\n"
                        + ifLost());
    }

    static LockException damaged(String seen) {
        return new LockException(
                Why.DAMAGED,
                seen + " is not as Muster wrote it. It says which record was used here last.\n"
                        + "Make sure that the record beside it is the newest one, with `muster lock list` and git. Then"
                        + " delete this file.");
    }

    static LockException unreadable(String seen, IOException e) {
        return new LockException(
                Why.DAMAGED,
                seen + " cannot be read: " + LockErrors.cause(e) + ".\n"
                        + "It says which record was used here last. Make it a plain file that this user can read.");
    }
}
