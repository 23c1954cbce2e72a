package dev.muster.cli.logs;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignKey;
import dev.muster.report.LogFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster logs}: what became of each message of a campaign, and what those that failed have failed for. */
@Command(
        name = "logs",
        description = "Show what became of each message of a campaign, names and numbers masked, and why some failed.")
public final class LogsCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Parameters(paramLabel = "KEY", description = "The campaign.", converter = KeyConverter.class)
    private CampaignKey key;

    @Option(names = "--generation", paramLabel = "N", description = "Which generation (default: the last sent one).")
    private @Nullable Integer generation;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only messages in these states, such as failed or sent,delivered.")
    private List<String> statuses = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, csv or jsonl (default: what the name of -o ends with, else table).")
    private @Nullable LogFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file; the same command again goes on after an interruption.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "With -o: replace a file that is there already.")
    private boolean overwrite;

    @Option(
            names = "--unmask",
            description = "Show names and numbers; only on a terminal, or in a file that only you can read.")
    private boolean unmask;

    @Option(names = "--causes", description = "Show only what the failed messages failed for, and what to do.")
    private boolean onlyCauses;

    @Override
    public Integer call() {
        var session = root.session();
        requireSensible(session);
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            var entry = entry(session.recorded(session.lockStore(settings, connection)));
            var reading = new LogExport(session, connection, request());
            if (onlyCauses) {
                reading.tellCauses(entry);
            } else {
                reading.tellRows(entry);
            }
            return ExitCode.OK.number();
        }
    }

    private LogRequest request() {
        return new LogRequest(statuses, Optional.ofNullable(format), Optional.ofNullable(output), unmask);
    }

    private void requireSensible(CommandContext session) {
        if (unmask && output == null && !session.surroundings().terminal()) {
            throw new UsageException("--unmask works on a terminal, or with -o FILE: names and numbers do not belong"
                    + " into pipes and logs");
        }
        if (output != null && !overwrite && Files.isRegularFile(session.path(output))) {
            throw new UsageException(output + " is there already. Name another file, or replace it with --overwrite");
        }
        if (onlyCauses && (output != null || format != null || !statuses.isEmpty())) {
            throw new UsageException("--causes shows no rows, so there is nothing for -o, --format and --status");
        }
    }

    private LockEntry.Confirmed entry(Optional<Lock> lock) {
        return lock.stream()
                .flatMap(record -> record.generations(key))
                .filter(entry ->
                        generation == null || generation == entry.identity().generation())
                .filter(LockEntry.Confirmed.class::isInstance)
                .map(LockEntry.Confirmed.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UsageException("the lock has no sent campaign \"" + key
                        + (generation == null ? "" : "/" + generation) + "\"; `muster lock list` shows what it has"));
    }
}
