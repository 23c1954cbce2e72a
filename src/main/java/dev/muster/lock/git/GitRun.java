package dev.muster.lock.git;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.EntryState;
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
import dev.muster.lock.RunOwner;
import dev.muster.lock.SuppressionRecord;
import dev.muster.lock.file.AnswerLog;
import dev.muster.lock.file.FileRun;
import dev.muster.lock.format.DigestedText;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.OwnerJson;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * One run on a {@link GitLockStore}. A push costs a second or more, so there are two for each send: the intent, and the
 * outcome together with the answer, which until then is durable on this machine. After a step was not seen on the remote,
 * the run records nothing more.
 */
final class GitRun implements ExclusiveRun {
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
        LockErrors.requireFollowing(draft, entry, branch.name());
        push(new LockEvent.Recorded(entry), "Record " + entry.identity() + " as " + entry.state());
    }

    /** An answer that is not understood yet stays on this machine, like the one to a campaign. */
    @Override
    public void record(MessageEntry entry) {
        LockErrors.requireFollowing(draft, entry, branch.name());
        if (entry.state() == EntryState.INTENT && entry.answer().isPresent()) {
            keep(new LockEvent.Messaged(entry));
        } else {
            push(new LockEvent.Messaged(entry), "Record " + entry.identity() + " as " + entry.state());
        }
    }

    @Override
    public void suppress(SortedMap<LabelName, SuppressionRecord> labels) {
        push(new LockEvent.Suppressing(labels), "Record the suppression labels");
    }

    /** Durable here at once, and on the branch with the next step. */
    @Override
    public void witness(CampaignIdentity identity, String answer) {
        keep(new LockEvent.Witnessed(identity, FileRun.capped(answer)));
    }

    private void keep(LockEvent step) {
        requireUsable();
        var line = line(step);
        unpushed.writeBytes(line.bytes());
        took(step, line);
        answers.keep(line);
    }

    /** On the branch with the next push, at the latest when the run ends: it is asked for again if it gets lost before. */
    @Override
    public void observe(CampaignIdentity identity, Observation seen) {
        requireUsable();
        var step = new LockEvent.Observed(identity, seen);
        var line = line(step);
        unpushed.writeBytes(line.bytes());
        took(step, line);
    }

    private void push(LockEvent step, String title) {
        requireUsable();
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
