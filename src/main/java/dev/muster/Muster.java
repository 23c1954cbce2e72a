package dev.muster;

import dev.muster.apply.Applier;
import dev.muster.apply.ApplyReport;
import dev.muster.check.Checker;
import dev.muster.definition.DefinitionReader;
import dev.muster.definition.Definitions;
import dev.muster.definition.Kind;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diff.Change;
import dev.muster.diff.Differ;
import dev.muster.diff.Waves;
import dev.muster.doubt.EvidenceCollector;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.CampaignStatus;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Project;
import dev.muster.plan.BaseComparer;
import dev.muster.plan.BaseRevision;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanAgainstBase;
import dev.muster.plan.PlanContext;
import dev.muster.plan.Planner;
import dev.muster.plan.RecordedWaves;
import dev.muster.plan.approval.ApprovedPlan;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.Resolver;
import dev.muster.resolve.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The front door: the stages of a definition's journey, in order. {@code validate}, {@code plan} and {@code apply} share
 * their beginning because the later ones call the earlier.
 */
public final class Muster {
    private Muster() {}

    /** Stations 1–3: reads a folder and checks it without a network. {@code shown} is how the user wrote its path. */
    public static Checked<Definitions> validate(Path folder, Path shown) {
        var checker = new Checker(); // gets ready while the files are read
        return new DefinitionReader().readAll(folder, shown).then(checker::check);
    }

    /**
     * The same, judged by the policy in another project file instead of the folder's own. What the folder's own policy
     * excludes is excluded as well: nobody is messaged whom either leaves out.
     */
    public static Checked<Definitions> validate(Path folder, Path shown, SourceFile lawgiver, Policy own) {
        return DefinitionReader.withPolicyOf(lawgiver)
                .readAll(folder, shown)
                .then(new Checker()::check)
                .then(judged -> Checked.of(judged.excludingToo(own), List.of()));
    }

    /** The project file among others; fails when there is none, or one with mistakes. */
    public static Checked<SourceFile> projectFile(Checked<List<SourceFile>> files) {
        var read = new DefinitionReader().readAll(files);
        var file = read.value()
                .flatMap(documents -> documents.of(Kind.PROJECT).findFirst())
                .map(project -> project.place().file());
        var mistakes = read.diagnostics().stream()
                .filter(finding -> finding.stops()
                        && file.equals(Optional.of(finding.place().file())))
                .toList();
        return new Checked<>(
                files.value().orElse(List.of()).stream()
                        .filter(source -> mistakes.isEmpty() && file.equals(Optional.of(source.path())))
                        .findFirst(),
                mistakes);
    }

    /** The project among the files of another revision, whatever is wrong with the other files. */
    public static Checked<Project> project(Checked<List<SourceFile>> files) {
        var file = projectFile(files).then(found -> Checked.of(List.of(found), List.of()));
        return new DefinitionReader()
                .readAll(file)
                .then(new Checker()::check)
                .then(definitions -> Checked.of(definitions.project(), List.of()));
    }

    /**
     * Stations 2–3 for the files of another revision. What its authors should have written otherwise is not the user's
     * business today; only what could not be understood is kept. Fails when there is no project to be found in it.
     */
    public static Checked<BaseRevision> base(BaseRevision.Name name, Checked<List<SourceFile>> files) {
        var documents = new DefinitionReader().readAll(files);
        return documents.then(read -> new Checker()
                .check(read)
                .then(definitions -> OldDefinitions.of(name, read, definitions, documents.diagnostics())));
    }

    /**
     * Stations 4–7: what would be sent. Restricted to some keys unless {@code keys} is empty; without a workspace it is an
     * offline plan.
     */
    public static Plan plan(
            Definitions definitions, PlanContext context, Set<CampaignKey> keys, Optional<Workspace> workspace) {
        var changes = changes(definitions, context, keys);
        var resolution = workspace.map(reachable -> resolve(changes, context, reachable));
        return plan(changes, context, workspace, resolution);
    }

    /** The same plan, and how it differs from what another revision would send today; the workspace is read once. */
    public static PlanAgainstBase plan(
            Definitions definitions,
            PlanContext context,
            Set<CampaignKey> keys,
            Optional<Workspace> workspace,
            BaseRevision base) {
        var changes = changes(definitions, context, keys);
        var resolution = workspace.map(reachable -> resolved(changes, context, reachable));
        var plan = plan(changes, context, workspace, resolution);
        var comparison = BaseComparer.compare(
                base.only(keys).at(context.lock()),
                Waves.current(definitions.campaigns(), context.lock()).stream()
                        .filter(campaign -> isMeant(campaign.key(), keys))
                        .map(campaign ->
                                resolution.map(known -> known.now(campaign)).orElse(campaign))
                        .toList(),
                plan,
                context.policy(),
                resolution.flatMap(Resolution::sweep));
        return new PlanAgainstBase(plan, comparison);
    }

    private static List<Change> changes(Definitions definitions, PlanContext context, Set<CampaignKey> keys) {
        return Differ.diff(Waves.current(definitions.campaigns(), context.lock()), context.lock()).stream()
                .filter(change -> isMeant(change.key(), keys))
                .toList();
    }

    private static boolean isMeant(CampaignKey key, Set<CampaignKey> keys) {
        return keys.isEmpty() || keys.contains(key);
    }

    /** Station 10: carries an approved plan out. */
    public static ApplyReport apply(ApprovedPlan plan, Applier applier) {
        return applier.apply(plan);
    }

    private static Resolution resolve(List<Change> changes, PlanContext context, Workspace workspace) {
        boolean doubt = changes.stream().anyMatch(Change.Interrupted.class::isInstance);
        return unsent(changes).isEmpty() && !doubt ? Resolution.NOT_NEEDED : resolved(changes, context, workspace);
    }

    private static Plan plan(
            List<Change> changes, PlanContext context, Optional<Workspace> workspace, Optional<Resolution> resolution) {
        var lookout = workspace.map(reachable -> new EvidenceCollector(reachable, context.now()));
        var listed = resolution
                .flatMap(Resolution::remote)
                .or(() -> lookout.flatMap(look -> listed(look, changes, context)));
        var doubts = lookout.map(look -> doubts(look, changes, context, listed)).orElse(List.of());
        return Planner.plan(now(reopened(changes, doubts), resolution), context, resolution, doubts, listed);
    }

    /** Where nothing is to be sent, SeaX's list is read for what was sent lately; that it cannot be read proves nothing. */
    private static Optional<List<RemoteCampaign>> listed(
            EvidenceCollector lookout, List<Change> changes, PlanContext context) {
        var recorded = context.lock().stream()
                .flatMap(lock -> changes.stream().flatMap(change -> lock.generations(change.key())))
                .toList();
        try {
            return lookout.listing(recorded);
        } catch (EnvironmentException unread) {
            return Optional.empty();
        }
    }

    /** The open sends of a plan with the evidence that an apply would collect. */
    private static List<OpenSendEvidence> doubts(
            EvidenceCollector lookout,
            List<Change> changes,
            PlanContext context,
            Optional<List<RemoteCampaign>> listed) {
        var recorded =
                changes.stream().flatMap(change -> change.recorded().stream()).toList();
        return context.lock()
                .map(lock -> lookout.doubts(lock, recorded, listed))
                .orElse(List.of());
    }

    /** What SeaX refused and shows all the same is an open send. */
    private static List<Change> reopened(List<Change> changes, List<OpenSendEvidence> doubts) {
        var reopened = doubts.stream()
                .map(OpenSendEvidence::entry)
                .filter(LockEntry::isReopened)
                .collect(Collectors.toMap(LockEntry::identity, entry -> entry));
        return changes.stream()
                .map(change -> change.recorded()
                        .map(entry -> reopened.get(entry.identity()))
                        .<Change>map(entry -> new Change.Interrupted(change.definition(), entry))
                        .orElse(change))
                .toList();
    }

    private static Resolution resolved(List<Change> changes, PlanContext context, Workspace workspace) {
        var sent = RecordedWaves.of(
                changes, context, remote -> CampaignStatus.of(remote.status()).isEnd());
        return Resolver.resolve(
                unsent(changes), workspace, context.settings(), context.policy(), context.places(), sent);
    }

    /** The changes, each campaign at the wave that reaches somebody. */
    private static List<Change> now(List<Change> changes, Optional<Resolution> resolution) {
        return changes.stream()
                .map(change -> resolution.map(known -> now(change, known)).orElse(change))
                .toList();
    }

    private static Change now(Change change, Resolution known) {
        return change.definition()
                .filter(campaign -> !known.now(campaign).equals(campaign))
                .<Change>map(campaign -> new Change.Added(known.now(campaign)))
                .orElse(change);
    }

    private static List<Campaign> unsent(List<Change> changes) {
        return RecordedWaves.unsent(changes).toList();
    }
}
