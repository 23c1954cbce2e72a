package dev.muster.cli.status;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.ReportFile;
import dev.muster.cli.command.RootCommand;
import dev.muster.model.CampaignKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster report}: what became of campaigns, as a page, for a wiki or for programs. Sends nothing. */
@Command(
        name = "report",
        description = "Report what became of the sent campaigns: planned against delivered, failures by cause, and when"
                + " messages arrived. Exits as `status` does.",
        footer = {"", StatusCommand.EXIT_CODES})
public final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "KEY",
            description = "Only these campaigns (default: the last 40).",
            converter = KeyConverter.class)
    private List<CampaignKey> keys = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file.")
    private @Nullable Path output;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "html, json or markdown (default: what the name of -o ends with, else html).")
    private @Nullable ReportFormat format;

    @Override
    public Integer call() {
        var session = root.session();
        var project = session.project();
        var settings = session.settings(project);
        try (var connection = session.connect(settings)) {
            var reporting = new ReportOperation(
                    session, connection, settings, project.policy().maxFailed());
            var report = reporting.about(keys);
            var text = reporting.written(report, format(session));
            if (output == null) {
                session.console().product(text);
            } else {
                ReportFile.write(session.output(output), text);
                session.console().comment("The report is in " + output);
            }
            return reporting.code(report).number();
        }
    }

    private ReportFormat format(CommandContext session) {
        return Optional.ofNullable(format)
                .or(() -> Optional.ofNullable(output).flatMap(ReportFormat::of))
                .orElse(session.json() ? ReportFormat.JSON : ReportFormat.HTML);
    }
}
