package dev.muster.check;

import dev.muster.definition.Interval;
import dev.muster.definition.MessagingLimit;
import dev.muster.definition.ProjectDefinition;
import dev.muster.definition.ProjectDefinition.Lock;
import dev.muster.definition.ProjectDefinition.Store;
import dev.muster.definition.ProjectDefinition.Workspace;
import dev.muster.definition.Share;
import dev.muster.definition.ToleratedShare;
import dev.muster.model.Dialect;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import dev.muster.model.SendBy;
import dev.muster.model.SenderName;
import dev.muster.model.project.DriftLimit;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Policy;
import dev.muster.model.project.Project;
import dev.muster.model.project.QuietHours;
import dev.muster.model.project.Restrictions;
import dev.muster.model.project.SandboxFault;
import dev.muster.model.project.SandboxMovement;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.model.project.WorkspaceSettings.Host;
import dev.muster.model.project.WorkspaceSettings.KeyFromEnvironment;
import dev.muster.model.project.WorkspaceSettings.KeyFromFile;
import dev.muster.model.project.WorkspaceSettings.KeySource;
import dev.muster.model.project.WorkspaceSettings.NetworkSettings;
import dev.muster.model.project.WorkspaceSettings.OpenApiAccount;
import dev.muster.model.project.WorkspaceSettings.Precautions;
import dev.muster.model.project.WorkspaceSettings.Remote;
import dev.muster.model.project.WorkspaceSettings.Sandbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The project document to a project of the model; what is not written gets its default here and nowhere else. */
record ProjectExpander(ProjectDefinition written) {
    private static final String BASE_URL = "https://seax.seasalt.ai/seax-api/api/v1";
    private static final String API_KEY = "SEAX_API_KEY";
    private static final String LOCK_URL = "MUSTER_LOCK_URL";
    private static final Instant SANDBOX_CLOCK = Instant.parse("2026-11-30T09:00:00Z");
    private static final ProjectDefinition.Policy NO_POLICY = new ProjectDefinition.Policy(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Empty when a workspace cannot be built. */
    Optional<Project> project() {
        try {
            var workspaces = new HashMap<String, WorkspaceSettings>();
            written.workspaces()
                    .forEach((name, workspace) ->
                            workspace(name, workspace).ifPresent(settings -> workspaces.put(name, settings)));
            return workspaces.size() == written.workspaces().size()
                    ? Optional.of(
                            new Project(written.defaultWorkspace(), workspaces, policy(), written.testRecipients()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // The model refuses what a rule has reported, such as an empty label.
            return Optional.empty();
        }
    }

    private Policy policy() {
        var policy = written.policy().orElse(NO_POLICY);
        return new Policy(
                names(policy.alwaysExclude()),
                names(policy.requireOptIn()),
                number(policy.maxReach()),
                number(policy.maxReachPerRun()),
                share(policy.maxShareOfContacts()),
                policy.minLead().orElse(Policy.DEFAULT_MIN_LEAD),
                restrictions(policy),
                drift(policy.drift()),
                policy.planValidFor().orElse(Policy.DEFAULT_PLAN_VALID_FOR),
                policy.maxFailed()
                        .map(ToleratedShare::value)
                        .map(OptionalDouble::of)
                        .orElse(OptionalDouble.empty()));
    }

    private static Restrictions restrictions(ProjectDefinition.Policy policy) {
        return new Restrictions(
                number(policy.minReach()),
                share(policy.maxGrowth()),
                policy.quietHours().map(hours -> new QuietHours(hours.from(), hours.to())),
                policy.unknownNumbers(),
                policy.maxMessagesPerPerson().map(cap -> new Restrictions.Frequency(cap.count(), cap.within())),
                policy.allowedSenders().stream().map(SenderName::new).toList(),
                policy.allowedLinkHosts(),
                policy.usMarketing().map(written -> Restrictions.UsMarketing.valueOf(written.name())),
                policy.messagingLimit().map(MessagingLimit::people).orElse(OptionalInt.empty()));
    }

    private static DriftLimit drift(Optional<ProjectDefinition.Drift> written) {
        var standard = DriftLimit.DEFAULT;
        return new DriftLimit(
                written.flatMap(ProjectDefinition.Drift::share)
                        .map(Share::value)
                        .orElse(standard.share()),
                written.flatMap(ProjectDefinition.Drift::people).orElse(standard.people()),
                written.flatMap(ProjectDefinition.Drift::suppressed).orElse(standard.suppressed()));
    }

    private static Optional<WorkspaceSettings> workspace(String name, Workspace written) {
        return host(written)
                .map(host -> new WorkspaceSettings(
                        name,
                        host,
                        written.api().orElse(Dialect.TUTORIAL),
                        lock(name, written.lock()),
                        written.horizon().orElse(WorkspaceSettings.DEFAULT_HORIZON),
                        labels(written.labels()),
                        written.acceptUnverifiedAudiences(),
                        account(written),
                        new Precautions(written.receiptLabels().orElse(false), written.hold()),
                        written.singleMessage(),
                        written.maxContacts().orElse(WorkspaceSettings.DEFAULT_MAX_CONTACTS),
                        written.sendBy().orElse(SendBy.LABELS),
                        written.maxDestinations().orElse(WorkspaceSettings.DEFAULT_MAX_DESTINATIONS)));
    }

    private static LockSettings lock(String workspace, Optional<Lock> written) {
        return written.map(lock -> lock(workspace, lock)).orElse(LockSettings.FILE);
    }

    private static LockSettings lock(String workspace, Lock written) {
        return switch (written.store().orElse(Store.FILE)) {
            case FILE -> new LockSettings.File(written.acceptLossInCi());
            case GIT ->
                new LockSettings.Git(
                        written.branch().orElse("muster/" + workspace),
                        written.remote().orElse(LockSettings.Git.DEFAULT_REMOTE));
            case POSTGRES -> new LockSettings.Postgres(written.urlEnv().orElse(LOCK_URL), written.schema());
        };
    }

    private static Optional<Host> host(Workspace written) {
        return written.sandbox()
                .<Host>map(sandbox -> new Sandbox(
                        sandbox.clock().orElse(SANDBOX_CLOCK),
                        sandbox.contacts().orElse(Sandbox.DEFAULT_CONTACTS),
                        sandbox.movement().map(ProjectExpander::movement).orElse(SandboxMovement.NONE),
                        sandbox.faults().stream().map(ProjectExpander::fault).toList()))
                .or(() -> written.workspaceId()
                        .map(id -> new Remote(
                                baseUrl(written),
                                id,
                                key(written),
                                written.maxRequestsPerSecond().orElse(Remote.DEFAULT_REQUESTS_PER_SECOND),
                                new NetworkSettings(written.proxy(), written.caFile()))));
    }

    private static SandboxMovement movement(ProjectDefinition.Movement written) {
        return new SandboxMovement(
                written.add().map(Interval::value),
                written.remove().map(Interval::value),
                written.relabel().map(Interval::value));
    }

    private static SandboxFault fault(ProjectDefinition.Fault written) {
        return new SandboxFault(
                written.operation(),
                written.fault(),
                written.status(),
                written.times().orElse(1));
    }

    private static String baseUrl(Workspace written) {
        return written.baseUrl().orElse(BASE_URL).replaceAll("/+$", "");
    }

    private static KeySource key(Workspace written) {
        return written.apiKeyFile()
                .<KeySource>map(KeyFromFile::new)
                .orElseGet(() -> new KeyFromEnvironment(written.apiKeyEnv().orElse(API_KEY)));
    }

    private static Optional<OpenApiAccount> account(Workspace written) {
        var sandbox = written.sandbox().isPresent()
                        && written.api().filter(Dialect.OPENAPI::equals).isPresent()
                ? Optional.of(Sandbox.ACCOUNT)
                : Optional.<OpenApiAccount>empty();
        return written.messageServiceId()
                .or(() -> sandbox.map(OpenApiAccount::messageServiceId))
                .flatMap(service -> written.serviceAccountId()
                        .or(() -> sandbox.map(OpenApiAccount::serviceAccountId))
                        .map(account -> new OpenApiAccount(service, account)));
    }

    private static Map<LabelName, LabelId> labels(Map<String, String> written) {
        var labels = new HashMap<LabelName, LabelId>();
        written.forEach((name, id) -> labels.put(new LabelName(name), new LabelId(id)));
        return labels;
    }

    private static List<LabelName> names(List<String> written) {
        return written.stream().map(LabelName::new).toList();
    }

    private static OptionalDouble share(Optional<Share> share) {
        return share.map(Share::value).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static OptionalInt number(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
