package dev.muster.cli;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.report.FindingsJson;
import dev.muster.report.FindingsText;
import dev.muster.report.Numbers;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code muster validate}: every finding in the YAML at once, without a network. */
@Command(name = "validate", description = "Check the YAML. Needs no network and no key.")
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private MusterCommand root;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).")
    private @Nullable Format format;

    enum Format {
        TEXT,
        JSON
    }

    @Override
    public Integer call() {
        var session = root.session();
        var checked = session.validate();
        boolean json = format == Format.JSON || (format == null && session.json());
        var ok = checked.value()
                .map(definitions -> Numbers.of(definitions.campaigns().size(), "campaign") + ", no problems\n");
        session.console()
                .product(json ? FindingsJson.of(checked.diagnostics()) : text(checked.diagnostics(), ok.orElse("")));
        return (checked.stops() ? ExitCode.ERROR : ExitCode.OK).number();
    }

    private static String text(List<Diagnostic> findings, String none) {
        return findings.isEmpty() ? none : FindingsText.of(findings);
    }
}
