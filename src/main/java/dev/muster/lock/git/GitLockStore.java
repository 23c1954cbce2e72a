package dev.muster.lock.git;

import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockException;
import dev.muster.lock.LockFile;
import dev.muster.lock.LockStore;
import dev.muster.lock.Rescue;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.RunOwner;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.AnswerLog;
import dev.muster.lock.file.FileSystemPort;
import dev.muster.lock.format.Journal;
import dev.muster.lock.format.LockJson;
import dev.muster.lock.format.OwnerJson;
import dev.muster.lock.format.StoredLock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * The record on a branch of its own, for machines that die with their job. The branch holds the lock file, a journal file for
 * each push of the run under way, and its claim. A step is a commit that was seen on the remote before anybody relies on it,
 * and costs the same however long the record is. A claim names its run; one that ran out frees the branch and nothing else:
 * the intents it left are doubts, and the run it belonged to cannot record any more.
 */
public final class GitLockStore implements LockStore {
    static final String FILE = "lock.json";
    static final String JOURNAL = "journal-";
    static final String CLAIM = "claim.json";

    /** How long after its last step a run holds the branch: longer than an intent may be acted on and recorded. */
    static final Duration CLAIM_LASTS = Duration.ofMinutes(15);

    private final GitBranchPort branch;
    private final WorkspaceIdentity workspace;
    private final LockEnvironment surroundings;
    private final FileSystemPort disk;
    private final Path answers;
    private final GitRefusals refusals;

    /**
     * @param folder where SeaX's answers are kept until the branch has them
     */
    public GitLockStore(
            GitBranchPort branch,
            WorkspaceIdentity workspace,
            LockEnvironment surroundings,
            FileSystemPort disk,
            Path folder) {
        this.branch = branch;
        this.workspace = workspace;
        this.surroundings = surroundings;
        this.disk = disk;
        this.answers = folder.resolve(workspace.name() + ".lock.answers");
        this.refusals = new GitRefusals(branch);
    }

    @Override
    public Optional<Lock> load() {
        return found().map(Found::lock);
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        return begin(run, found -> false);
    }

    @Override
    public ExclusiveRun beginFor(Rescue rescue, RunIdentity run) {
        return begin(run, found -> found.isHeldByRunOf(rescue));
    }

    private ExclusiveRun begin(RunIdentity run, Predicate<Found> isOver) {
        var found = found();
        found.filter(isOver.negate())
                .flatMap(Found::holder)
                .filter(this::isAlive)
                .ifPresent(owner -> {
                    throw held(Optional.of(owner));
                });
        var owner = RunOwner.of(run, surroundings);
        var start = found.map(this::start).orElseGet(this::first);
        start.files().put(CLAIM, OwnerJson.write(owner).getBytes(StandardCharsets.UTF_8));
        var base = start.file();
        var message = CommitMessage.message(
                "Begin " + run.id(), base.lock().lineage(), base.lock().serial());
        var tip = branch.push(found.map(Found::tip), start.kept(), start.files(), message)
                .orElseThrow(() -> held(found().flatMap(Found::holder)));
        return new GitRun(branch, tip, base, owner, surroundings.clock(), new AnswerLog(disk, answers));
    }

    private LockException held(Optional<RunOwner> owner) {
        return refusals.held(
                workspace.name(), owner, CLAIM_LASTS, surroundings.clock().instant());
    }

    private boolean isAlive(RunOwner owner) {
        return owner.since().plus(CLAIM_LASTS).isAfter(surroundings.clock().instant());
    }

    /** What the branch holds, judged against its whole history. */
    private record Found(GitBranchPort.Tip tip, StoredLock standing, Optional<RunOwner> holder) {
        Lock lock() {
            return standing.lock();
        }

        /**
         * All jobs of a pipeline share the name of their run, so the name is not enough: the intent must be in the journal,
         * which each run begins anew, and not in the file that the holder began on.
         */
        boolean isHeldByRunOf(Rescue rescue) {
            return holder.filter(rescue::isByRunOf).isPresent()
                    && rescue.isOfAttemptIn(standing.lock())
                    && !rescue.isOfAttemptIn(standing.file().lock());
        }
    }

    private Optional<Found> found() {
        var tip = branch.tip();
        branch.lost(tip).ifPresent(seen -> {
            throw refusals.lost(seen);
        });
        return tip.map(this::read);
    }

    private Found read(GitBranchPort.Tip tip) {
        var files = branch.read(tip);
        var file = file(files);
        var standing = StoredLock.of(
                file, journal(files), (found, steps) -> LockErrors.notContinued(name(FILE), name(JOURNAL + "…")));
        CommitMessage.require(branch, tip, standing.lock());
        branch.remember(tip);
        var holder = Optional.ofNullable(files.get(CLAIM))
                .flatMap(bytes -> OwnerJson.read(new String(bytes, StandardCharsets.UTF_8)));
        return new Found(tip, standing, holder);
    }

    private String name(String file) {
        return branch.name() + ": " + file;
    }

    private LockFile file(SortedMap<String, byte[]> files) {
        var bytes = Optional.ofNullable(files.get(FILE))
                .orElseThrow(() -> LockErrors.damaged(name(FILE), "there is no such file"));
        var file = LockJson.read(name(FILE), new ByteArrayInputStream(bytes), bytes.length);
        file.requireOf(workspace, name(FILE));
        return file;
    }

    private Optional<Journal> journal(SortedMap<String, byte[]> files) {
        var steps = new ByteArrayOutputStream();
        files.tailMap(JOURNAL).forEach((name, bytes) -> {
            if (name.startsWith(JOURNAL)) {
                steps.writeBytes(bytes);
            }
        });
        return steps.size() == 0
                ? Optional.empty()
                : Optional.of(Journal.read(name(JOURNAL + "…"), steps.toByteArray()));
    }

    /** What a run begins on: the file, and what must be kept of the branch and put there for it. */
    private record Start(LockFile file, Set<String> kept, Map<String, byte[]> files) {}

    private Start start(Found found) {
        var standing = found.standing();
        return standing.isFolded()
                ? new Start(standing.file(), Set.of(FILE), new HashMap<>())
                : start(standing.lock(), Optional.of(standing.file()));
    }

    private Start first() {
        return start(Lock.empty(surroundings.lineages().get(), workspace), Optional.empty());
    }

    private static Start start(Lock lock, Optional<LockFile> before) {
        var previous = before.map(LockFile::digest);
        var sealed = LockJson.write(lock, previous);
        return new Start(
                new LockFile(lock, previous, sealed.digest()), Set.of(), new HashMap<>(Map.of(FILE, sealed.bytes())));
    }
}
