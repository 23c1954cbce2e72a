package dev.muster.cli.project;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ExitCode;
import dev.muster.definition.DefinitionFiles;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.UsageException;
import dev.muster.git.GitRevisionFolder;
import dev.muster.report.FindingsJson;
import dev.muster.report.Numbers;
import dev.muster.report.json.FindingsSarif;
import dev.muster.report.markdown.FindingsGithub;
import dev.muster.report.text.FindingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster validate}: every finding in the YAML at once, without a network. */
@Command(name = "validate", description = "Check the YAML. Needs no network and no key.")
public final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "FILE",
            description = "Check everything, but report these files only (default: all), such as those that changed.")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json, github or sarif (default: text).")
    private @Nullable Format format;

    enum Format {
        TEXT,
        JSON,
        GITHUB,
        SARIF
    }

    @Override
    public Integer call() {
        var session = root.session();
        requireInFolder(session);
        var checked = session.validate();
        var findings = reported(session, checked.diagnostics());
        session.console().product(product(session, checked, findings));
        int others = checked.diagnostics().size() - findings.size();
        if (others > 0) {
            session.console().comment(Numbers.of(others, "finding") + " in other files: see `muster validate`");
        }
        return (checked.stops() ? ExitCode.ERROR : ExitCode.OK).number();
    }

    /** "No problems" about a file that nobody reads would be a lie; one that is gone, as after a deletion, is only said. */
    private void requireInFolder(CommandContext session) {
        var folder = folder(session);
        for (var file : files) {
            var whole = whole(session, file);
            if (!whole.startsWith(folder)) {
                throw new UsageException(file + " is not in the folder " + session.campaignsAsTyped()
                        + ", so nothing can be said about it; -C names another folder");
            }
            if (!Files.exists(whole)) {
                session.console().comment(file + " is not there");
            } else if (!DefinitionFiles.isRead(folder.relativize(whole)) || !Files.isRegularFile(whole)) {
                throw new UsageException(file + " is not read, so nothing can be said about it: a definition is a file"
                        + " whose name ends in .yaml or .yml, and no part of its path begins with a dot");
            }
        }
    }

    /** What is broken elsewhere may be broken by these files, such as a name that they no longer define. */
    private List<Diagnostic> reported(CommandContext session, List<Diagnostic> findings) {
        var named = files.stream().map(file -> whole(session, file)).collect(Collectors.toSet());
        var about = findings.stream()
                .filter(finding -> files.isEmpty() || isAbout(named, session, finding))
                .toList();
        return about.stream().anyMatch(Diagnostic::stops)
                ? about
                : findings.stream()
                        .filter(finding -> finding.stops() || about.contains(finding))
                        .toList();
    }

    /** It stands in one of the files, or names one; a finding in no file is about the folder, and so about all of them. */
    private static boolean isAbout(Set<Path> files, CommandContext session, Diagnostic finding) {
        var place = finding.place().file();
        return place.isEmpty()
                || files.contains(whole(session, Path.of(place)))
                || files.stream().anyMatch(file -> finding.message().contains(shown(session, file) + ":"));
    }

    /** As a finding names it. */
    private static String shown(CommandContext session, Path whole) {
        var folder = folder(session);
        return session.campaignsAsTyped()
                .resolve(folder.relativize(whole))
                .toString()
                .replace('\\', '/');
    }

    /** Through links, so that a checkout may be known by two names; of what is not there, as far as it is. */
    private static Path whole(CommandContext session, Path file) {
        var whole = session.path(file).toAbsolutePath().normalize();
        var parent = whole.getParent();
        try {
            return parent == null ? whole : parent.toRealPath().resolve(whole.getFileName());
        } catch (IOException gone) {
            return whole;
        }
    }

    private static Path folder(CommandContext session) {
        try {
            return session.campaigns().toRealPath();
        } catch (IOException gone) {
            return session.campaigns().toAbsolutePath().normalize();
        }
    }

    private String product(CommandContext session, Checked<Definitions> checked, List<Diagnostic> findings) {
        var chosen = format != null ? format : session.json() ? Format.JSON : Format.TEXT;
        return switch (chosen) {
            case JSON -> FindingsJson.of(findings);
            case GITHUB -> FindingsGithub.of(inRepository(session, findings)) + text(checked, findings);
            case SARIF -> FindingsSarif.of(inRepository(session, findings), Version.number());
            case TEXT -> text(checked, findings);
        };
    }

    /** What shows findings beside lines knows files by their names from the root of the repository. */
    private static List<Diagnostic> inRepository(CommandContext session, List<Diagnostic> findings) {
        var root = GitRevisionFolder.of(session.campaigns(), session.campaignsAsTyped())
                .root();
        return root.isEmpty()
                ? findings
                : findings.stream()
                        .map(finding -> finding.in(file -> below(session, root.get(), file)))
                        .toList();
    }

    /** A file that is not there any longer, or not in the repository, keeps the name that was typed. */
    private static String below(CommandContext session, Path root, String file) {
        try {
            var whole = session.path(Path.of(file)).toRealPath();
            return whole.startsWith(root) ? root.relativize(whole).toString().replace('\\', '/') : file;
        } catch (IOException | InvalidPathException unknown) {
            return file;
        }
    }

    private static String text(Checked<Definitions> checked, List<Diagnostic> findings) {
        return findings.isEmpty()
                ? checked.value()
                        .map(definitions -> Numbers.of(definitions.campaigns().size(), "campaign") + ", no problems\n")
                        .orElse("")
                : FindingsText.of(findings);
    }
}
