package dev.muster.lock.git;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Draft;
import dev.muster.lock.EntryState;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockFile;
import dev.muster.lock.LockRefused;
import dev.muster.lock.Observation;
import dev.muster.lock.Owner;
import dev.muster.lock.Refusals;
import dev.muster.lock.SingleEntry;
import dev.muster.lock.Step;
import dev.muster.lock.Suppressed;
import dev.muster.lock.file.Answers;
import dev.muster.lock.file.FileRun;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.OwnerJson;
import dev.muster.lock.format.Sealed;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelName;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One run on a {@link GitLockStore}. A push costs a second or more, so there are two for each send: the intent, and the
 * outcome together with the answer, which until then is durable on this machine. After a step was not seen on the remote,
 * the run records nothing more.
 */
final class GitRun implements ExclusiveRun {
    private final Branch branch;
    private final GitRefusals refusals;
    private final LockFile base;
    private final Owner owner;
    private final Clock clock;
    private final Answers answers;
    private final int claimsPerPush;
    private final Draft draft;
    private final ByteArrayOutputStream unpushed = new ByteArrayOutputStream();
    private Branch.Tip tip;
    private long serial;
    private Sha256 last;
    private boolean broken;
    private boolean closed;

    GitRun(Branch branch, Branch.Tip tip, LockFile base, Owner owner, Clock clock, Answers answers, int claimsPerPush) {
        this.branch = branch;
        this.refusals = new GitRefusals(branch);
        this.tip = tip;
        this.base = base;
        this.owner = owner;
        this.clock = clock;
        this.answers = answers;
        this.claimsPerPush = claimsPerPush;
        this.draft = new Draft(base.lock());
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
        Refusals.requireFollowing(draft, entry, branch.name());
        push(new Step.Recorded(entry), "Record " + entry.identity() + " as " + entry.state());
    }

    @Override
    public int claimsPerStep() {
        return claimsPerPush;
    }

    @Override
    public void claim(List<LockEntry.Intent> intents) {
        intents.forEach(intent -> Refusals.requireFollowing(draft, intent, branch.name()));
        var titles =
                intents.stream().map(intent -> intent.identity().toString()).collect(Collectors.joining(", "));
        push(intents.stream().map(Step.Recorded::new).toList(), "Record " + titles + " as INTENT");
    }

    /** An answer that is not understood yet stays on this machine, like the one to a campaign. */
    @Override
    public void record(SingleEntry entry) {
        Refusals.requireFollowing(draft, entry, branch.name());
        if (entry.state() == EntryState.INTENT && entry.answer().isPresent()) {
            keep(new Step.Messaged(entry));
        } else {
            push(new Step.Messaged(entry), "Record " + entry.identity() + " as " + entry.state());
        }
    }

    @Override
    public void suppress(SortedMap<LabelName, Suppressed> labels) {
        push(new Step.Suppressing(labels), "Record the suppression labels");
    }

    /** Durable here at once, and on the branch with the next step. */
    @Override
    public void witness(CampaignIdentity identity, String answer) {
        keep(new Step.Witnessed(identity, FileRun.capped(answer)));
    }

    private void keep(Step step) {
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
        var step = new Step.Observed(identity, seen);
        var line = line(step);
        unpushed.writeBytes(line.bytes());
        took(step, line);
    }

    private void push(Step step, String title) {
        push(List.of(step), title);
    }

    /** Several steps, of which the remote has all or none. */
    private void push(List<? extends Step> steps, String title) {
        requireUsable();
        var lines = lines(steps);
        lines.forEach(line -> unpushed.writeBytes(line.bytes()));
        broken = true;
        long reached = draft.serial() + steps.size();
        var files = Map.of(
                String.format(Locale.ROOT, "%s%012d", GitLockStore.JOURNAL, reached),
                unpushed.toByteArray(),
                GitLockStore.CLAIM,
                claim());
        move(tip.files().keySet(), files, title, reached);
        broken = false;
        unpushed.reset();
        for (int i = 0; i < lines.size(); i++) {
            took(steps.get(i), lines.get(i));
        }
    }

    private List<Sealed> lines(List<? extends Step> steps) {
        var lines = new ArrayList<Sealed>();
        for (var step : steps) {
            var before = lines.isEmpty() ? last : lines.get(lines.size() - 1).digest();
            lines.add(Journal.write(draft.serial() + lines.size() + 1, before, step));
        }
        return lines;
    }

    private Sealed line(Step step) {
        return Journal.write(draft.serial() + 1, last, step);
    }

    private void took(Step step, Sealed line) {
        draft.take(step);
        last = line.digest();
    }

    private void requireUsable() {
        if (closed) {
            throw new IllegalStateException("the run has ended");
        }
        if (broken) {
            throw Refusals.broken(branch.name());
        }
    }

    private byte[] claim() {
        var holder = new Owner(owner.run(), owner.actor(), owner.pid(), owner.host(), clock.instant());
        return OwnerJson.write(holder).getBytes(StandardCharsets.UTF_8);
    }

    private void move(Set<String> kept, Map<String, byte[]> files, String title, long reached) {
        try {
            var message = Trail.message(title, base.lock().lineage(), reached);
            tip = branch.push(Optional.of(tip), kept, files, message).orElseThrow(refusals::overtaken);
            serial = reached;
        } catch (LockRefused e) {
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
        } catch (LockRefused e) {
            throw refusals.unclosed(e, GitLockStore.CLAIM_LASTS);
        }
    }
}
