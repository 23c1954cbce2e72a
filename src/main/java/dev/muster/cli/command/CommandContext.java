package dev.muster.cli.command;

import dev.muster.Muster;
import dev.muster.cli.env.EmbeddedSandbox;
import dev.muster.cli.env.LockStores;
import dev.muster.cli.env.ProgramEnvironment;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.git.Git;
import dev.muster.git.GitCommand;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Project;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.PlanContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** One run of one command: its options, its surroundings, and what is made from the two. */
public final class CommandContext {
    private final ProgramEnvironment surroundings;
    private final GlobalOptions options;
    private final Console console;
    private final Path folder;
    private boolean isTrusted;

    CommandContext(ProgramEnvironment surroundings, GlobalOptions options) {
        this.surroundings = options.quiet ? surroundings.quiet() : surroundings;
        this.options = options;
        this.console = new Console(surroundings, options);
        this.folder = options.dir == null ? CampaignsFolder.near(surroundings.folder()) : options.dir;
    }

    public ProgramEnvironment surroundings() {
        return surroundings;
    }

    public Console console() {
        return console;
    }

    public boolean json() {
        return options.json;
    }

    /** The format that a command was asked for by name, else by the general option. */
    public OutputFormat format(HasOutputFormat command) {
        return command.format().orElse(options.json ? OutputFormat.JSON : OutputFormat.TEXT);
    }

    /** The name of the workspace, as far as it can be known when something has gone wrong already. */
    public Optional<String> workspaceName() {
        try {
            return Optional.of(chosen(project()).name());
        } catch (InvalidDefinitionsException | EnvironmentException | UsageException unknown) {
            return Optional.ofNullable(options.workspace).filter(name -> name.matches("[a-z0-9-]{1,64}"));
        }
    }

    /** A path as the user typed it, found from the working folder. */
    public Path path(Path typed) {
        return surroundings.folder().resolve(typed);
    }

    /** The same of a file that an option names for output. */
    public Path output(Path typed) {
        OutputFile.requireFree(path(typed));
        return path(typed);
    }

    public Path campaigns() {
        return path(folder);
    }

    public Path campaignsAsTyped() {
        return folder;
    }

    public Checked<Definitions> validate() {
        return Muster.validate(campaigns(), folder);
    }

    /** Whether git waits for somebody to merge this file of the campaigns; where no git is, nobody does. */
    public boolean isUnmerged(String name) {
        try {
            return !new GitCommand(campaigns())
                    .run("ls-files", "--unmerged", "--", name)
                    .line()
                    .isEmpty();
        } catch (EnvironmentException noGit) {
            return false;
        }
    }

    /** The definitions, or the end of the run with all findings printed. */
    public Definitions definitions() {
        var checked = validate();
        if (checked.stops()) {
            throw new InvalidDefinitionsException(checked.diagnostics());
        }
        return checked.value().orElseThrow();
    }

    /** The project, also while campaigns have mistakes: what was sent must be seen and settled at any time. */
    public Project project() {
        var checked = validate();
        var definitions = checked.value().orElseThrow(() -> new InvalidDefinitionsException(checked.diagnostics()));
        var file = definitions.places().of("project").file();
        var broken = checked.diagnostics().stream()
                .filter(finding -> finding.stops() && finding.place().file().equals(file))
                .toList();
        if (!broken.isEmpty()) {
            throw new InvalidDefinitionsException(broken);
        }
        return definitions.project();
    }

    /** The workspace of this run, as far as a revision that is to be trusted says the same of it. */
    public WorkspaceSettings settings(Project project) {
        return settings(project, Optional.empty());
    }

    /** The same, where another option names such a revision too; the one of {@code --trust-from} counts first. */
    public WorkspaceSettings settings(Project project, Optional<TrustOption> another) {
        var settings = chosen(project);
        var trust = Optional.ofNullable(options.trustFrom)
                .map(ref -> new TrustOption("--trust-from", ref))
                .or(() -> another);
        trust.ifPresent(revision -> revision.require(this, settings, this::found));
        isTrusted = trust.isPresent();
        return settings;
    }

    /** The workspace chosen by option, environment or project file, in this order. */
    private WorkspaceSettings chosen(Project project) {
        return found(project)
                .orElseThrow(() -> new UsageException("there is no workspace \"" + workspaceName(project)
                        + "\"; the project file has "
                        + String.join(", ", new TreeSet<>(project.workspaces().keySet()))));
    }

    private Optional<WorkspaceSettings> found(Project project) {
        return Optional.ofNullable(project.workspaces().get(workspaceName(project)));
    }

    private String workspaceName(Project project) {
        return Optional.ofNullable(options.workspace)
                .or(() -> surroundings.variable("MUSTER_WORKSPACE"))
                .orElse(project.defaultWorkspace());
    }

    /** Whether another revision was named, and says the same of the way to the workspace. */
    public boolean isTrusted() {
        return isTrusted;
    }

    /** What leaves this machine goes where somebody said who may. */
    private void requireTrust(WorkspaceSettings settings, boolean staysHere) {
        if (!isTrusted && !staysHere) {
            TrustOption.requireMerged(this, settings);
        }
    }

    public WorkspaceClient connect(WorkspaceSettings settings) {
        requireTrust(settings, settings.host() instanceof WorkspaceSettings.Sandbox);
        return surroundings.connector().connect(settings, campaigns(), surroundings);
    }

    public WorkspaceIdentity identity(WorkspaceSettings settings) {
        if (settings.host() instanceof WorkspaceSettings.Remote remote) {
            return new WorkspaceIdentity(settings.name(), remote.workspaceId(), remote.baseUrl());
        }
        return new WorkspaceIdentity(settings.name(), EmbeddedSandbox.WORKSPACE_ID, WorkspaceIdentity.SANDBOX);
    }

    public LockStore lockStore(WorkspaceSettings settings, WorkspaceClient connection) {
        return lockStore(settings, connection.clock());
    }

    /** The same, read by another clock: what was recorded can be told without a way to the workspace. */
    public LockStore lockStore(WorkspaceSettings settings, Clock clock) {
        requireTrust(settings, settings.lock() instanceof LockSettings.File);
        return new LockStores(surroundings, campaigns(), clock).of(settings.lock(), identity(settings));
    }

    /** The record for whoever only looks: also one that nothing may be sent by, with a word about that. */
    public Optional<Lock> recorded(LockStore store) {
        var loaded = store.look();
        if (loaded.lock().isEmpty()) {
            return loaded.orRefuse();
        }
        loaded.objection().ifPresent(refused -> console.error(String.valueOf(refused.getMessage())));
        return loaded.lock();
    }

    /** Does what needs the workspace's time only: of a real workspace that is ours, so no key is needed. */
    public <T> T atClock(WorkspaceSettings settings, Function<Clock, T> use) {
        if (settings.host() instanceof WorkspaceSettings.Remote) {
            return use.apply(surroundings.clock());
        }
        try (var connection = connect(settings)) {
            return use.apply(connection.clock());
        }
    }

    /** What a plan is made of. */
    public PlanContext context(Definitions definitions, WorkspaceSettings settings, Clock clock, Optional<Lock> lock) {
        return new PlanContext(
                identity(settings),
                settings,
                definitions.project().policy(),
                lock,
                definitions.places(),
                clock.instant());
    }

    /** Who runs this: the CI run where there is one, else the person at the computer. */
    public RunIdentity who() {
        return new RunIdentity(
                ciRun().orElseGet(() -> "local:" + surroundings.ids().get()),
                surroundings
                        .variable("GITHUB_ACTOR")
                        .or(() -> surroundings.variable("USER"))
                        .orElse("unknown"),
                Version.number(),
                Git.head(campaigns()));
    }

    private Optional<String> ciRun() {
        return surroundings
                .variable("GITHUB_RUN_ID")
                .map(run -> "github:"
                        + surroundings.variable("GITHUB_REPOSITORY").orElse("?")
                        + "/actions/runs/"
                        + run + "/attempts/"
                        + surroundings.variable("GITHUB_RUN_ATTEMPT").orElse("1"));
    }
}
