package dev.muster.cli.plan;

import dev.muster.Muster;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.InvalidDefinitionsException;
import dev.muster.cli.command.TrustOption;
import dev.muster.cli.env.CiRange;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.Severity;
import dev.muster.git.CommitRange;
import dev.muster.git.GitRevisionFolder;
import dev.muster.model.project.Policy;
import dev.muster.plan.BaseRevision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --policy-from REF}: the policy of another git revision judges the campaigns of this one, so that a pull request
 * cannot relax the rule it is judged by. The folder must be valid under its own policy, too.
 */
public final class PolicyOption {
    @Option(
            names = "--policy-from",
            paramLabel = "REF",
            description = "Judge by the policy of this git revision, not by the one of this folder; it is trusted as by"
                    + " --trust-from, too.")
    private @Nullable String ref;

    /** The definitions under the policy that was asked for, or the end of the run with all findings printed. */
    public PolicedDefinitions definitions(CommandContext session) {
        var own = session.definitions();
        if (ref == null) {
            return new PolicedDefinitions(own, List.of());
        }
        var folder = GitRevisionFolder.of(session.campaigns(), session.campaignsAsTyped());
        var name = folder.name("--policy-from", ref);
        var policy = own.project().policy();
        var checked = Muster.validate(session.campaigns(), session.campaignsAsTyped(), lawgiver(folder, name), policy);
        if (checked.stops()) {
            throw new InvalidDefinitionsException(checked.diagnostics());
        }
        var judged = checked.value().orElseThrow();
        var notes = Stream.concat(
                partOfWhatIsJudged(session, folder, name).stream(),
                Stream.of(note(name, policy, judged.project().policy())));
        return new PolicedDefinitions(judged, notes.toList());
    }

    /** Whoever may not relax the policy may not say where the key goes either. */
    public Optional<TrustOption> trust() {
        return Optional.ofNullable(ref).map(revision -> new TrustOption("--policy-from", revision));
    }

    /** After a rebase merge the commit before the last one is the pull request's own, and so is its policy. */
    private static Optional<Diagnostic> partOfWhatIsJudged(
            CommandContext session, GitRevisionFolder folder, BaseRevision.Name name) {
        return new CiRange(session.surroundings())
                .range()
                .filter(range -> folder.isPartOf(range, name))
                .map(CommitRange::start)
                .map(start -> said(
                        Severity.WARNING,
                        "the policy of " + name + " is part of what is judged: this run is about the commits after "
                                + start.substring(0, 7),
                        "judge by `--policy-from " + start + "`"));
    }

    private static SourceFile lawgiver(GitRevisionFolder folder, BaseRevision.Name name) {
        var project = folder.files(name).map(Muster::projectFile).orElseThrow(() -> none(name, "has no such folder"));
        return project.value()
                .map(file -> new SourceFile(name.ref() + ":" + file.path(), file.text()))
                .orElseThrow(() -> none(
                        name,
                        project.stops() && !project.diagnostics().isEmpty()
                                ? "has mistakes in its project file"
                                : "has no project file"));
    }

    private static EnvironmentException none(BaseRevision.Name name, String why) {
        return new EnvironmentException("there is no policy to judge by: " + name + " " + why
                + "; merge the project file first, or leave out --policy-from");
    }

    private static Diagnostic note(BaseRevision.Name name, Policy own, Policy judging) {
        var message = "checked with the policy of " + name;
        return own.equals(judging)
                ? said(Severity.NOTE, message + ", the same as in this folder", "nothing to do")
                : said(
                        Severity.WARNING,
                        message + ", which differs from the one in this folder",
                        "the policy of this folder judges once it is merged; what it excludes is excluded already");
    }

    private static Diagnostic said(Severity severity, String message, String help) {
        return PolicyRule.OF_ANOTHER_REVISION.at(severity, dev.muster.diagnostic.Place.NOWHERE, message, help);
    }
}
