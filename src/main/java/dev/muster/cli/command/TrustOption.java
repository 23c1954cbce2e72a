package dev.muster.cli.command;

import dev.muster.Muster;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.ProjectRule;
import dev.muster.git.GitCommand;
import dev.muster.git.GitRevisionFolder;
import dev.muster.model.project.Destination;
import dev.muster.model.project.LockSettings;
import dev.muster.model.project.Project;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.model.project.WorkspaceSettings.Remote;
import dev.muster.plan.BaseRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code --trust-from REF}: another git revision decides where requests go, as whom, and which lock is read. The folder may
 * only say the same. A run that judges a change which nobody has merged needs such a revision: without it a stranger's YAML
 * would name the host that gets the key.
 *
 * @param name how the revision was given, such as {@code --policy-from}
 */
public record TrustOption(String name, String ref) {
    /** Ends a run that judges somebody's proposal and names no revision to trust. */
    static void requireMerged(CommandContext session, WorkspaceSettings settings) {
        run(session).map(ProposalRun::sign).ifPresent(sign -> {
            throw new UntrustedSettingsException(List.of(ProjectRule.WORKSPACE_NOT_TRUSTED.at(
                    place(session, settings.name()),
                    "this run judges a change that is not merged (" + sign
                            + "), so its files cannot say where requests go, as whom, and which lock is read",
                    "name the revision that says it: `--trust-from HEAD^1` where the merge with the base is checked"
                            + " out, else the base branch")));
        });
    }

    /** Ends the run, before anything is asked and any key is read, where the folder says something else than the revision. */
    void require(
            CommandContext session, WorkspaceSettings proposed, Function<Project, Optional<WorkspaceSettings>> choice) {
        var folder = GitRevisionFolder.of(session.campaigns(), session.campaignsAsTyped());
        var revision = folder.name(name, ref);
        requireNotProposed(session, folder, revision);
        var trusted = choice.apply(project(folder, revision))
                .orElseThrow(() -> none(revision, "has no workspace \"" + proposed.name() + "\""));
        var findings = Stream.of(
                        differences(trusted, proposed)
                                .map(difference -> finding(session, proposed, revision, difference)),
                        changedCertificates(session, proposed, revision).stream(),
                        changedLock(session, proposed, revision).stream())
                .flatMap(found -> found)
                .toList();
        if (!findings.isEmpty()) {
            throw new UntrustedSettingsException(findings);
        }
    }

    /** The parent of a pull request's last commit is the pull request's own, unless the merge with the base is checked out. */
    private void requireNotProposed(CommandContext session, GitRevisionFolder folder, BaseRevision.Name revision) {
        run(session)
                .map(ProposalRun::range)
                .filter(range -> folder.mayBePartOf(range, revision))
                .ifPresent(range -> {
                    throw new UntrustedSettingsException(List.of(ProjectRule.WORKSPACE_NOT_TRUSTED.at(
                            Place.NOWHERE,
                            revision + " belongs to the change that this run judges, or nothing here shows that it does"
                                    + " not, so it cannot say where requests go",
                            "fetch the branch that the change is to be merged into, and name it, such as `" + name
                                    + " origin/main`")));
                });
    }

    private Project project(GitRevisionFolder folder, BaseRevision.Name revision) {
        var files = folder.files(revision).orElseThrow(() -> none(revision, "has no such folder"));
        var project = Muster.project(files);
        return project.value()
                .filter(found -> !project.stops())
                .orElseThrow(() -> none(
                        revision,
                        project.diagnostics().stream().anyMatch(Diagnostic::stops)
                                ? "has mistakes in its project file"
                                : "has no project file"));
    }

    private EnvironmentException none(BaseRevision.Name revision, String why) {
        return new EnvironmentException("there is nothing to trust: " + revision + " " + why
                + "; merge the project file first, or leave out " + name);
    }

    private static Stream<Destination.Difference> differences(WorkspaceSettings trusted, WorkspaceSettings proposed) {
        return trusted.name().equals(proposed.name())
                ? Destination.of(trusted).differences(Destination.of(proposed)).stream()
                : Stream.of(new Destination.Difference(
                        "default_workspace", Optional.of(trusted.name()), Optional.of(proposed.name())));
    }

    private static Diagnostic finding(
            CommandContext session,
            WorkspaceSettings proposed,
            BaseRevision.Name revision,
            Destination.Difference difference) {
        return ProjectRule.WORKSPACE_OF_ANOTHER_REVISION.at(
                place(session, proposed.name()),
                "`" + difference.setting() + "` is " + said(difference.proposed()) + " here, and "
                        + said(difference.trusted()) + " in " + revision
                        + ", which decides where requests go, as whom, and which lock is read",
                "take this change out, or merge it by itself first: somebody who may see the key must look at it");
    }

    private static String said(Optional<String> value) {
        return value.map(text -> "\"" + text + "\"").orElse("not set");
    }

    /** The authorities of a file of the repository are its bytes, not its name. */
    private Optional<Diagnostic> changedCertificates(
            CommandContext session, WorkspaceSettings proposed, BaseRevision.Name revision) {
        return Optional.of(proposed.host())
                .filter(Remote.class::isInstance)
                .flatMap(host -> ((Remote) host).network().caFile())
                .filter(file -> isChanged(session, session.path(Path.of(file)).toString(), revision))
                .map(file -> ProjectRule.WORKSPACE_OF_ANOTHER_REVISION.at(
                        place(session, proposed.name()),
                        "the certificates in " + file + " are not those of " + revision
                                + ", which decides whom Muster believes to be SeaX",
                        "take this change out, or merge it by itself first"));
    }

    /** What a pull request says was sent is nobody's record: it could hide a send, or have one made again. */
    private Optional<Diagnostic> changedLock(
            CommandContext session, WorkspaceSettings proposed, BaseRevision.Name revision) {
        var files = proposed.name() + ".lock.*";
        return run(session)
                .filter(judging -> proposed.lock() instanceof LockSettings.File)
                .filter(judging -> isChanged(session, files, revision))
                .map(judging -> ProjectRule.WORKSPACE_OF_ANOTHER_REVISION.at(
                        Place.of(session.campaignsAsTyped()
                                .resolve(proposed.name() + ".lock.json")
                                .toString()),
                        "the lock is not the one of " + revision + ", which decides what was sent",
                        "check out the merge with the base, and merge a change of the lock by itself first"));
    }

    private static Optional<ProposalRun> run(CommandContext session) {
        return ProposalRun.of(session.surroundings(), new GitCommand(session.campaigns()));
    }

    private static boolean isChanged(CommandContext session, String file, BaseRevision.Name revision) {
        var git = new GitCommand(session.campaigns());
        var answer = git.run("diff", "--quiet", "--no-ext-diff", "--no-textconv", revision.commit(), "--", file);
        return answer.code() == 1;
    }

    private static Place place(CommandContext session, String workspace) {
        return session.validate()
                .value()
                .map(definitions -> definitions.places().of("project.workspaces." + workspace))
                .orElse(Place.NOWHERE);
    }
}
