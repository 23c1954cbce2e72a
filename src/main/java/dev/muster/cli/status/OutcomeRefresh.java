package dev.muster.cli.status;

import dev.muster.audience.MessagedPeople;
import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.record.ApprovedAudienceStore;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignStatus;
import dev.muster.model.LabelId;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.outcome.CurrentLabels;
import dev.muster.outcome.OutcomeComparer;
import dev.muster.outcome.SeenIds;
import dev.muster.outcome.SendProgress;
import dev.muster.resolve.WorkspaceSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Holds the log of each campaign that is over against what was approved: when its end is first seen, and once more a day
 * later, because Meta tells of some failures late. Contacts and labels are read once for all of them.
 */
final class OutcomeRefresh {
    private static final Duration LATE_FAILURES = Duration.ofDays(1);

    private final CommandContext session;
    private final WorkspaceClient connection;
    private final WorkspaceSettings settings;
    private final ApprovedAudienceStore rosters;
    private final Optional<Lock> lock;
    private @Nullable WorkspaceSnapshot sweep;

    OutcomeRefresh(
            CommandContext session, WorkspaceClient connection, WorkspaceSettings settings, Optional<Lock> lock) {
        this.session = session;
        this.connection = connection;
        this.settings = settings;
        this.rosters = ApprovedAudienceStore.of(session.campaigns(), settings.name(), connection.hash());
        this.lock = lock;
    }

    /** The same sends, those that are over compared. */
    List<SendProgress> compared(List<SendProgress> sends) {
        return sends.stream().map(this::compared).toList();
    }

    private SendProgress compared(SendProgress send) {
        if (!(send.entry() instanceof LockEntry.Confirmed sent) || !isDue(send)) {
            return send;
        }
        try {
            var comparison = compare(sent);
            return new SendProgress(sent, send.seen().map(seen -> seen.with(comparison)), send.doubt());
        } catch (EnvironmentException unreadable) {
            session.console().comment("How " + send.identity() + " went is not compared with its plan", unreadable);
            return send;
        }
    }

    /** Of an adopted campaign nobody knows whom it was posted to. */
    private boolean isDue(SendProgress send) {
        boolean over = send.stage().isEnd() && send.stage() != CampaignStatus.VANISHED;
        return over
                && send.entry().attempt().posted().isPresent()
                && send.seen()
                        .filter(seen -> seen.comparison().isEmpty() || isDueAgain(send, seen))
                        .isPresent();
    }

    /** Where less is known than at the first time, what was found then stays. */
    private boolean isDueAgain(SendProgress send, Observation seen) {
        var late = seen.since().plus(LATE_FAILURES);
        return seen.comparison()
                        .map(OutcomeComparison::at)
                        .filter(last -> last.isBefore(late) && !now().isBefore(late))
                        .isPresent()
                && rosters.of(send.identity()).isPresent();
    }

    private OutcomeComparison compare(LockEntry.Confirmed sent) {
        var contacts = sweep().contacts();
        var against =
                new OutcomeComparer(sent, new MessagedPeople(contacts, rosters.of(sent.identity()), connection.hash()));
        connection.deliveries().each(sent.remote().id(), 0, new SeenIds(), against::take);
        return against.compare(today(sent), now());
    }

    private CurrentLabels today(LockEntry.Confirmed sent) {
        var known = sweep();
        return new CurrentLabels(
                known::name,
                sent.attempt().posted().map(RequestSummary::audience).flatMap(known::roster),
                label -> growth(label, sent.attempt().at()));
    }

    /** What a later send found says nothing of this one. */
    private OptionalInt growth(LabelId label, Instant sent) {
        var then = lock.stream()
                .flatMap(record -> record.suppression().values().stream())
                .filter(suppressed ->
                        suppressed.id().equals(label) && !suppressed.at().isAfter(sent))
                .map(SuppressionRecord::count)
                .flatMapToInt(OptionalInt::stream)
                .findFirst();
        return then.isPresent() && sweep().contacts().isPresent()
                ? OptionalInt.of(Math.max(0, sweep().contacts().get().count(label) - then.getAsInt()))
                : OptionalInt.empty();
    }

    private WorkspaceSnapshot sweep() {
        var read = sweep == null ? WorkspaceSnapshot.of(connection.workspace(), settings) : sweep;
        sweep = read;
        return read;
    }

    private Instant now() {
        return connection.clock().instant();
    }
}
