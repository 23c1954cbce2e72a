package dev.muster.cli.status;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.Version;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignKey;
import dev.muster.model.CampaignStatus;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.outcome.Alert;
import dev.muster.outcome.LogCounter;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SeenIds;
import dev.muster.outcome.SendProgress;
import dev.muster.report.html.OutcomeHtml;
import dev.muster.report.json.OutcomeJson;
import dev.muster.report.markdown.OutcomeMarkdown;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what became of campaigns, keeps it in the lock as {@code status} does, and writes it down. */
final class ReportOperation {
    private static final int MOST = 40;

    private final CommandContext session;
    private final WorkspaceClient connection;
    private final WorkspaceSettings settings;
    private final OptionalDouble mostFailed;
    private final UnreadSends unread;

    ReportOperation(
            CommandContext session, WorkspaceClient connection, WorkspaceSettings settings, OptionalDouble mostFailed) {
        this.session = session;
        this.connection = connection;
        this.settings = settings;
        this.mostFailed = mostFailed;
        this.unread = new UnreadSends(session.console());
    }

    /**
     * What became of some campaigns, the last sent first.
     *
     * @param others what is not known to have been sent: in doubt, given up, refused
     */
    record Report(List<Outcome> outcomes, List<SendProgress> others, int leftOut) {
        List<SendProgress> sends() {
            return Stream.concat(outcomes.stream().map(Outcome::send), others.stream())
                    .toList();
        }
    }

    /** About these campaigns, or where none is named about the last ones. */
    Report about(List<CampaignKey> keys) {
        var store = session.lockStore(settings, connection);
        var lock = session.recorded(store);
        requireKnown(keys, lock);
        var all = latestFirst(lock, keys);
        var entries = keys.isEmpty() ? chosen(all) : all;
        var looking = new StatusReader(session, connection, store);
        var sends = new OutcomeRefresh(session, connection, settings, lock)
                .compared(lock.map(record -> looking.look(record, entries, unread))
                        .orElse(List.of()));
        looking.remember(sends);
        return new Report(
                sends.stream()
                        .filter(ReportOperation::isSent)
                        .map(this::outcome)
                        .toList(),
                sends.stream().filter(send -> !isSent(send)).toList(),
                all.size() - entries.size());
    }

    private static boolean isSent(SendProgress send) {
        return send.entry() instanceof LockEntry.Confirmed;
    }

    /** The last ones, and whatever is in doubt however old it is. */
    private static List<LockEntry> chosen(List<LockEntry> all) {
        var last = Set.copyOf(all.stream().limit(MOST).toList());
        return all.stream()
                .filter(entry -> entry.isOpen() || last.contains(entry))
                .toList();
    }

    private static List<LockEntry> latestFirst(Optional<Lock> lock, List<CampaignKey> keys) {
        return lock.stream()
                .flatMap(record -> record.entries().values().stream())
                .filter(entry ->
                        keys.isEmpty() || keys.contains(entry.identity().key()))
                .sorted(Comparator.comparing(
                                (LockEntry entry) -> entry.attempt().at())
                        .reversed()
                        .thenComparing(LockEntry::identity))
                .toList();
    }

    private static void requireKnown(List<CampaignKey> keys, Optional<Lock> lock) {
        keys.stream()
                .filter(key -> latestFirst(lock, List.of(key)).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw new UsageException(
                            "the lock has no campaign \"" + key + "\"; `muster lock list` shows what it has");
                });
    }

    private Outcome outcome(SendProgress send) {
        if (!(send.entry() instanceof LockEntry.Confirmed sent) || send.stage() == CampaignStatus.VANISHED) {
            return new Outcome(send, Optional.empty());
        }
        var counter = new LogCounter();
        try {
            connection.deliveries().each(sent.remote().id(), 0, new SeenIds(), counter::take);
            return new Outcome(send, Optional.of(counter.counted()));
        } catch (EnvironmentException unreadable) {
            unread.tellOfLog(send.identity(), unreadable);
            return new Outcome(send, Optional.empty());
        }
    }

    String written(Report report, ReportFormat format) {
        var now = connection.clock().instant();
        return switch (format) {
            case HTML ->
                OutcomeHtml.of(new OutcomeHtml.Subject(
                        report.outcomes(),
                        report.others(),
                        report.leftOut(),
                        settings.name(),
                        now,
                        mostFailed,
                        Version.number()));
            case JSON ->
                OutcomeJson.of(
                        report.outcomes(),
                        report.others(),
                        report.leftOut(),
                        now,
                        mostFailed,
                        code(report) == ExitCode.OK);
            case MARKDOWN ->
                OutcomeMarkdown.of(report.outcomes(), report.others(), report.leftOut(), settings.name(), now);
        };
    }

    ExitCode code(Report report) {
        return unread.code(StatusCommand.code(Alert.of(report.sends(), mostFailed)));
    }
}
