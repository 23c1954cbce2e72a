package dev.muster.lock.git;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.LockException;
import dev.muster.lock.LockException.Why;
import dev.muster.lock.RunOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the git store says when it refuses: what is wrong, where, what it means, and what to do. Never "delete it". */
record GitRefusals(GitBranchPort branch) {
    private static final String NOTHING_SENT = "Nothing is sent, because what is missing would be sent again. ";

    LockException lost(String seen) {
        return rolledBack("commit " + seen + " was seen there and is not part of it any more", Optional.of(seen));
    }

    LockException notOurs(String commit, Optional<String> good) {
        return rolledBack("commit " + commit + " was not made by Muster", good);
    }

    LockException notContinued(String commit, Optional<String> good) {
        return rolledBack("commit " + commit + " does not continue the record before it", good);
    }

    LockException olderFiles(String commit, long serial, Optional<String> good) {
        return rolledBack(
                "the files of commit " + commit + " are older than its history, which has serial " + serial, good);
    }

    private LockException rolledBack(String what, Optional<String> good) {
        var cure = good.map(commit -> "Put it back: " + branch.puttingBack(commit))
                .orElse("Find the commits that Muster made, and put the branch back to the last one");
        return new LockException(
                Why.ROLLED_BACK,
                branch.name() + ": the record was rolled back, deleted or edited: " + what + ".\n" + NOTHING_SENT + cure
                        + "\nThen run `muster lock verify`, and protect the branch from everybody but Muster.");
    }

    LockException held(String workspace, Optional<RunOwner> owner, Duration lasts, Instant now) {
        var who = owner.map(RunOwner::sentence).orElse("another run");
        var until = owner.map(found -> found.since().plus(lasts))
                .filter(end -> end.isAfter(now))
                .map(end -> ", or until " + end)
                .orElse("");
        return new LockException(
                Why.HELD,
                "The record of workspace " + workspace + " on " + branch.name() + " is held by " + who + ".\n"
                        + "Two runs at once could send twice. Wait until that run ends" + until
                        + ": a run that died holds"
                        + " the record for " + lasts.toMinutes() + " minutes after its last step.");
    }

    LockException overtaken() {
        return new LockException(
                Why.OVERTAKEN,
                branch.name() + ": another run changed the record since this one began, so this one records nothing"
                        + " more.\nPlan again.");
    }

    LockException unwritable(EnvironmentException cause) {
        var refused = new LockException(
                Why.UNWRITABLE,
                cause.getMessage() + "\nWhat cannot be recorded must not be sent, so nothing more is sent.");
        refused.initCause(cause);
        return refused;
    }

    /** The run is over and all of it is recorded; only the claim is still there. */
    LockException unclosed(LockException cause, Duration lasts) {
        var refused = new LockException(
                Why.UNWRITABLE,
                branch.name() + ": everything this run did is recorded there, but the run could not be ended there: the"
                        + " next one can begin in " + lasts.toMinutes() + " minutes. The cause: " + cause.getMessage());
        refused.initCause(cause);
        return refused;
    }
}
