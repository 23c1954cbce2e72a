package dev.muster.cli;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignKey;
import dev.muster.model.Stage;
import dev.muster.model.WorkspaceSettings;
import dev.muster.outcome.Alarm;
import dev.muster.outcome.LogCounter;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.Progress;
import dev.muster.outcome.SeenIds;
import dev.muster.report.OutcomeJson;
import dev.muster.report.OutcomeMarkdown;
import dev.muster.report.html.OutcomeHtml;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds out what became of campaigns, keeps it in the lock as {@code status} does, and writes it down. */
final class Reporting {
    private static final int MOST = 40;

    private final Session session;
    private final Connection connection;
    private final WorkspaceSettings settings;
    private final OptionalDouble mostFailed;

    Reporting(Session session, Connection connection, WorkspaceSettings settings, OptionalDouble mostFailed) {
        this.session = session;
        this.connection = connection;
        this.settings = settings;
        this.mostFailed = mostFailed;
    }

    /** What became of some campaigns, the last sent first. */
    record Report(List<Outcome> outcomes, int leftOut) {
        List<Progress> sends() {
            return outcomes.stream().map(Outcome::send).toList();
        }
    }

    /** About these campaigns, or where none is named about the last ones. */
    Report about(List<CampaignKey> keys) {
        var store = session.lockStore(settings, connection);
        var lock = session.recorded(store);
        requireSent(keys, lock);
        var all = sent(lock, keys);
        var entries = keys.isEmpty() ? all.stream().limit(MOST).toList() : all;
        var looking = new Looking(session, connection, store);
        var sends = new Comparing(session, connection, settings, lock)
                .compared(lock.map(record -> looking.look(record, entries)).orElse(List.of()));
        looking.remember(sends);
        return new Report(sends.stream().map(this::outcome).toList(), all.size() - entries.size());
    }

    private static List<LockEntry> sent(Optional<Lock> lock, List<CampaignKey> keys) {
        return lock.stream()
                .flatMap(record -> record.entries().values().stream())
                .filter(LockEntry.Confirmed.class::isInstance)
                .filter(entry ->
                        keys.isEmpty() || keys.contains(entry.identity().key()))
                .sorted(Comparator.comparing(
                                (LockEntry entry) -> entry.attempt().at())
                        .reversed()
                        .thenComparing(LockEntry::identity))
                .toList();
    }

    private static void requireSent(List<CampaignKey> keys, Optional<Lock> lock) {
        keys.stream()
                .filter(key -> sent(lock, List.of(key)).isEmpty())
                .findFirst()
                .ifPresent(key -> {
                    throw new UsageException(
                            "the lock has no sent campaign \"" + key + "\"; `muster lock list` shows what it has");
                });
    }

    private Outcome outcome(Progress send) {
        if (!(send.entry() instanceof LockEntry.Confirmed sent) || send.stage() == Stage.VANISHED) {
            return new Outcome(send, Optional.empty());
        }
        var counter = new LogCounter();
        connection.deliveries().each(sent.remote().id(), 0, new SeenIds(), counter::take);
        return new Outcome(send, Optional.of(counter.counted()));
    }

    String written(Report report, ReportFormat format) {
        var now = connection.clock().instant();
        return switch (format) {
            case HTML ->
                OutcomeHtml.of(new OutcomeHtml.Subject(
                        report.outcomes(), report.leftOut(), settings.name(), now, mostFailed, Version.number()));
            case JSON ->
                OutcomeJson.of(report.outcomes(), report.leftOut(), now, mostFailed, code(report) == ExitCode.OK);
            case MARKDOWN -> OutcomeMarkdown.of(report.outcomes(), report.leftOut(), settings.name(), now);
        };
    }

    ExitCode code(Report report) {
        return StatusCommand.code(Alarm.of(report.sends(), mostFailed));
    }
}
