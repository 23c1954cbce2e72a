package dev.muster.lock.git;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.DraftedRun;
import dev.muster.lock.Entry;
import dev.muster.lock.EntryState;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.RunOwner;
import dev.muster.lock.file.AnswerLog;
import dev.muster.lock.format.DigestedText;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.OwnerJson;
import dev.muster.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run on a {@link GitLockStore}. A push costs a second or more, so there are two for each send: the intent, and the
 * outcome together with the answer, which until then is durable on this machine. After a step was not seen on the remote,
 * the run records nothing more.
 */
final class GitRun extends DraftedRun {
    private final GitBranchPort branch;
    private final GitRefusals refusals;
    private final LockFile base;
    private final RunOwner owner;
    private final Clock clock;
    private final AnswerLog answers;
    private final LockBuilder draft;
    private final ByteArrayOutputStream unpushed = new ByteArrayOutputStream();
    private GitBranchPort.Tip tip;
    private long serial;
    private Sha256 last;
    private boolean broken;
    private boolean closed;

    GitRun(GitBranchPort branch, GitBranchPort.Tip tip, LockFile base, RunOwner owner, Clock clock, AnswerLog answers) {
        this.branch = branch;
        this.refusals = new GitRefusals(branch);
        this.tip = tip;
        this.base = base;
        this.owner = owner;
        this.clock = clock;
        this.answers = answers;
        this.draft = new LockBuilder(base.lock());
        this.serial = base.lock().serial();
        this.last = base.digest();
    }

    @Override
    protected LockBuilder draft() {
        return draft;
    }

    @Override
    public void take(LockEvent step) {
        LockErrors.requireFollowing(draft, step, branch.name());
        requireUsable();
        step.match(new Taking());
    }

    /** Where each kind of step becomes durable: on the branch at once, or here until the next one is pushed. */
    private final class Taking implements LockEvent.Cases<DigestedText> {
        @Override
        public DigestedText recorded(LockEvent.Recorded step) {
            return push(step, title(step.entry()));
        }

        /** An answer that is not understood yet stays on this machine, like the one to a campaign. */
        @Override
        public DigestedText messaged(LockEvent.Messaged step) {
            var entry = step.entry();
            boolean isAnswer =
                    entry.state() == EntryState.INTENT && entry.answer().isPresent();
            return isAnswer ? keep(step) : push(step, title(entry));
        }

        @Override
        public DigestedText suppressing(LockEvent.Suppressing step) {
            return push(step, "Record the suppression labels");
        }

        @Override
        public DigestedText witnessed(LockEvent.Witnessed step) {
            return keep(step);
        }

        /** On the branch with the next push, at the latest when the run ends: it is asked for again if it gets lost before. */
        @Override
        public DigestedText observed(LockEvent.Observed step) {
            return hold(step);
        }

        private static String title(Entry entry) {
            return "Record " + entry.identity() + " as " + entry.state();
        }
    }

    /** Durable here at once, and on the branch with the next push. */
    private DigestedText keep(LockEvent step) {
        var line = hold(step);
        answers.keep(line);
        return line;
    }

    private DigestedText hold(LockEvent step) {
        var line = line(step);
        unpushed.writeBytes(line.bytes());
        took(step, line);
        return line;
    }

    private DigestedText push(LockEvent step, String title) {
        var line = line(step);
        unpushed.writeBytes(line.bytes());
        broken = true;
        long reached = draft.serial() + 1;
        var files = Map.of(
                String.format(Locale.ROOT, "%s%012d", GitLockStore.JOURNAL, reached),
                unpushed.toByteArray(),
                GitLockStore.CLAIM,
                claim());
        move(tip.files().keySet(), files, title, reached);
        broken = false;
        unpushed.reset();
        took(step, line);
        return line;
    }

    private DigestedText line(LockEvent step) {
        return Journal.write(draft.serial() + 1, last, step);
    }

    private void took(LockEvent step, DigestedText line) {
        draft.take(step);
        last = line.digest();
    }

    private void requireUsable() {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
        if (broken) {
            throw LockErrors.broken(branch.name());
        }
    }

    private byte[] claim() {
        var holder = new RunOwner(owner.run(), owner.actor(), owner.pid(), owner.host(), clock.instant());
        return OwnerJson.write(holder).getBytes(StandardCharsets.UTF_8);
    }

    private void move(Set<String> kept, Map<String, byte[]> files, String title, long reached) {
        try {
            var message = CommitMessage.message(title, base.lock().lineage(), reached);
            tip = branch.push(Optional.of(tip), kept, files, message).orElseThrow(refusals::overtaken);
            serial = reached;
        } catch (LockException e) {
            throw e;
        } catch (EnvironmentException e) {
            throw refusals.unwritable(e);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (broken) {
            release();
        } else {
            end();
        }
    }

    /** Where the step that broke this run did not arrive, the next run need not wait until the claim runs out. */
    private void release() {
        try {
            if (branch.tip().filter(tip::equals).isPresent()) {
                var kept = new TreeSet<>(tip.files().keySet());
                kept.remove(GitLockStore.CLAIM);
                move(kept, Map.of(), "Break off " + owner.run(), serial);
            }
        } catch (EnvironmentException stays) {
            // then the claim runs out by itself; why the run broke off was said already
            return;
        }
    }

    private void end() {
        try {
            var lock = draft.lock();
            if (lock.serial() == base.lock().serial()) {
                move(Set.of(GitLockStore.FILE), Map.of(), "End " + owner.run(), lock.serial());
            } else {
                var file = LockJson.write(lock, Optional.of(base.digest())).bytes();
                move(Set.of(), Map.of(GitLockStore.FILE, file), "End " + owner.run(), lock.serial());
            }
            answers.drop();
        } catch (LockException e) {
            throw refusals.unclosed(e, GitLockStore.CLAIM_LASTS);
        }
    }
}
