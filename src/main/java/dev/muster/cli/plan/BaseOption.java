package dev.muster.cli.plan;

import dev.muster.Muster;
import dev.muster.cli.command.CommandContext;
import dev.muster.definition.SourceFile;
import dev.muster.diagnostic.Checked;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.git.GitRevisionFolder;
import dev.muster.plan.BaseRevision;
import java.util.List;

/** {@code --base REF}: the definitions at another revision, or a message that says why there are none. */
final class BaseOption {
    private BaseOption() {}

    static BaseRevision read(CommandContext session, String ref) {
        var folder = GitRevisionFolder.of(session.campaigns(), session.campaignsAsTyped());
        var name = folder.mergeBase(folder.name("--base", ref));
        return folder.files(name)
                .map(files -> understood(name, files))
                .orElseGet(() -> BaseRevision.withoutFolder(name));
    }

    private static BaseRevision understood(BaseRevision.Name name, Checked<List<SourceFile>> files) {
        var base = Muster.base(name, files);
        return base.value()
                .orElseThrow(() -> new EnvironmentException(
                        "the definitions at " + name + " cannot be compared with" + why(base.diagnostics())));
    }

    private static String why(List<Diagnostic> findings) {
        return findings.stream()
                .filter(Diagnostic::stops)
                .findFirst()
                .map(finding -> ": " + place(finding) + finding.message())
                .orElse("");
    }

    private static String place(Diagnostic finding) {
        return finding.place().file().isEmpty() ? "" : finding.place() + ": ";
    }
}
