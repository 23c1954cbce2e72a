package dev.muster.cli.status;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.KeyConverter;
import dev.muster.cli.command.KnownKeys;
import dev.muster.cli.command.RootCommand;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.event.EventStream;
import dev.muster.cli.event.HasEventStream;
import dev.muster.cli.event.WebhookOption;
import dev.muster.cli.record.RescueFile;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.UsageException;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntries;
import dev.muster.model.CampaignKey;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.outcome.Alert;
import dev.muster.outcome.RelevantSends;
import dev.muster.outcome.SendProgress;
import dev.muster.report.Numbers;
import dev.muster.report.json.StatusJson;
import dev.muster.report.text.SingleText;
import dev.muster.report.text.StatusText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster status}: what SeaX says now of the campaigns in the lock, which keeps it. Sends nothing. */
@Command(
        name = "status",
        description = "Show how the sent campaigns are doing. Exits with 6 while an outcome is unknown, with 3"
                + " after a danger, with 5 when too many failed.",
        footer = {"", StatusCommand.EXIT_CODES})
public final class StatusCommand implements Callable<Integer>, HasEventStream {
    static final String EXIT_CODES =
            "Exit codes: 0 nothing needs action, 1 an error and not all was looked at, 3 somebody was messaged who must not"
                    + " be, 5 too many failed or a watch ended first, 6 an outcome is unknown, 64 usage, 70 a bug,"
                    + " 130 interrupted.";

    @ParentCommand
    private RootCommand root;

    @Parameters(
            paramLabel = "KEY",
            description = "Only these campaigns (default: all).",
            converter = KeyConverter.class)
    private List<CampaignKey> keys = List.of();

    @Option(names = "--watch", description = "Look again and again until all campaigns have ended.")
    private boolean watch;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            description = "With --watch: how long at most, such as PT2H (default: P8D).")
    private Duration longest = Duration.ofDays(8);

    @Option(names = "--offline", description = "Ask no workspace: show what was last seen, and when.")
    private boolean offline;

    @Option(
            names = "--all",
            description = "Also those that ended well more than a week ago; --json and named ones are never left out.")
    private boolean all;

    @Mixin
    private WebhookOption webhook = new WebhookOption();

    @Override
    public boolean isStream() {
        return watch;
    }

    @Override
    public Integer call() {
        if (offline && watch) {
            throw new UsageException("--watch asks SeaX again and again, --offline never: leave one of them out");
        }
        if (webhook.isGiven() && !watch) {
            throw new UsageException("--webhook takes the events of --watch: without it there are none");
        }
        var session = root.session();
        var project = session.project();
        var settings = session.settings(project);
        var mostFailed = project.policy().maxFailed();
        var rescue = new RescueFile(session, settings.name());
        if (offline) {
            var lock = session.recorded(
                    session.lockStore(settings, session.surroundings().clock()));
            rescue.warn(lock);
            requireKnown(session, lock);
            var due = due(session, lock, mostFailed, lock.map(RelevantSends::lastRecorded));
            var now = session.surroundings().clock().instant();
            return told(session, remembered(lock, due), singles(lock), doubts(lock, now), mostFailed)
                    .number();
        }
        try (var connection = session.connect(settings)) {
            var store = session.lockStore(settings, connection);
            var looking = new StatusReader(session, connection, store);
            var lock = session.recorded(store);
            rescue.warn(lock);
            requireKnown(session, lock);
            var due = due(
                    session, lock, mostFailed, Optional.of(connection.clock().instant()));
            if (watch) {
                return watched(session, settings, connection, looking, lock, due, mostFailed)
                        .number();
            }
            var comparing = new OutcomeRefresh(session, connection, settings, lock);
            var unread = new UnreadSends(session.console());
            var now = comparing.compared(
                    lock.map(record -> looking.look(record, due, unread)).orElse(List.of()));
            looking.remember(now);
            var judgedAt = OpenSendEvidence.judgedAt(
                    connection.clock().instant(), connection.workspace().skew());
            var doubts = doubts(lock, judgedAt);
            return unread.code(told(session, now, singles(lock), doubts, mostFailed))
                    .number();
        }
    }

    private ExitCode watched(
            CommandContext session,
            WorkspaceSettings settings,
            WorkspaceClient connection,
            StatusReader looking,
            Optional<Lock> lock,
            List<LockEntry> due,
            OptionalDouble mostFailed) {
        var comparing = new OutcomeRefresh(session, connection, settings, lock);
        var hook = webhook.open(session.surroundings(), session.console());
        try (var events =
                new EventStream(session.console(), connection.clock(), settings.name(), session.json(), hook)) {
            var output = WatchOutput.of(session, mostFailed, events);
            var watching = new StatusWatcher(connection, looking, comparing, mostFailed, longest, output);
            return events.upTo(
                    () -> lock.map(record -> watching.run(record, due)).orElseGet(watching::runWithoutLock));
        }
    }

    /** A campaign that is defined and not sent yet is known too. */
    private void requireKnown(CommandContext session, Optional<Lock> lock) {
        if (!keys.isEmpty()) {
            var checked = session.validate();
            var defined = checked.value().map(Definitions::campaigns).orElse(List.of());
            var errors =
                    checked.diagnostics().stream().filter(Diagnostic::stops).toList();
            KnownKeys.of(defined, lock).require(keys, errors, session.console());
        }
    }

    private List<LockEntry> entries(Optional<Lock> lock) {
        return lock.stream()
                .flatMap(record -> record.entries().values().stream())
                .filter(entry ->
                        keys.isEmpty() || keys.contains(entry.identity().key()))
                .toList();
    }

    /** Whatever was named; else what needs a look or is recent, unless all are wanted. */
    private List<LockEntry> due(
            CommandContext session, Optional<Lock> lock, OptionalDouble mostFailed, Optional<Instant> now) {
        var entries = entries(lock);
        if (all || !keys.isEmpty() || session.json() || now.isEmpty() || lock.isEmpty()) {
            return entries;
        }
        var attention = new RelevantSends(lock.get(), mostFailed, now.get());
        var due = entries.stream().filter(attention::isDue).toList();
        int left = entries.size() - due.size();
        if (left > 0) {
            session.console()
                    .comment((due.isEmpty() ? "No campaign needs a look: " : "")
                            + Numbers.of(left, "campaign") + " that ended more than a week ago "
                            + (left == 1 ? "is" : "are") + " left out; --all shows all");
        }
        return due;
    }

    /** Single messages, unless the question is about some campaigns only. */
    private MessageEntries singles(Optional<Lock> lock) {
        return lock.map(Lock::singles).filter(singles -> keys.isEmpty()).orElse(MessageEntries.NONE);
    }

    private List<SingleDoubt> doubts(Optional<Lock> lock, Instant now) {
        return lock.filter(record -> keys.isEmpty())
                .map(record -> SingleDoubt.in(record, now))
                .orElse(List.of());
    }

    private static List<SendProgress> remembered(Optional<Lock> lock, List<LockEntry> due) {
        return due.stream()
                .map(entry -> new SendProgress(
                        entry, lock.orElseThrow().observations().of(entry.identity()), Optional.empty()))
                .toList();
    }

    private ExitCode told(
            CommandContext session,
            List<SendProgress> sends,
            MessageEntries singles,
            List<SingleDoubt> doubts,
            OptionalDouble mostFailed) {
        boolean doubt = Stream.concat(singles.open(), singles.odd()).findAny().isPresent();
        var code = doubt ? ExitCode.DOUBT : code(Alert.of(sends, mostFailed));
        session.console()
                .product(
                        session.json()
                                ? StatusJson.of(sends, singles, doubts, mostFailed, code == ExitCode.OK)
                                : StatusText.of(
                                                RelevantSends.worstFirst(sends, mostFailed),
                                                mostFailed,
                                                offline,
                                                session.console().paint())
                                        + SingleText.open(singles, doubts));
        return code;
    }

    static ExitCode code(Alert alarm) {
        return switch (alarm) {
            case DOUBT -> ExitCode.DOUBT;
            case DANGER -> ExitCode.REFUSED;
            case FAILURES -> ExitCode.PARTLY;
            case NONE -> ExitCode.OK;
        };
    }
}
