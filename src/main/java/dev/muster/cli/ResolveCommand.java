package dev.muster.cli;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignKey;
import dev.muster.model.RemoteId;
import dev.muster.outcome.Doubt;
import dev.muster.outcome.Ending;
import dev.muster.report.DoubtText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code muster resolve}: ends a doubt with one of three answers; without one it shows the evidence. Sends nothing. */
@Command(name = "resolve", description = "End the doubt about a send; without an answer, show the evidence.")
final class ResolveCommand implements Callable<Integer> {
    @ParentCommand
    private MusterCommand root;

    @Parameters(paramLabel = "KEY", converter = KeyConverter.class, description = "The campaign in doubt.")
    private CampaignKey key;

    @ArgGroup
    private @Nullable Answer answer;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it stays in the lock.")
    private @Nullable String reason;

    /** Exactly one of the three. */
    static final class Answer {
        @Option(names = "--sent", paramLabel = "ID", description = "It was sent, as this campaign of SeaX.")
        private @Nullable String sent;

        @Option(names = "--not-sent", description = "It was not sent.")
        @SuppressWarnings("UnusedVariable") // read by being the one that is left
        private boolean notSent;

        @Option(names = "--abandon", description = "Nobody will ever know; give this generation up.")
        private boolean abandon;
    }

    @Override
    public Integer call() {
        var session = root.session();
        var settings = session.settings(session.project());
        try (var connection = session.connect(settings)) {
            var store = session.lockStore(settings, connection);
            if (answer == null) {
                var doubt = doubt(store.load(), connection);
                session.console().product(DoubtText.of(doubt));
                return ExitCode.DOUBT.number();
            }
            requireReason();
            return end(session, connection, store).number();
        }
    }

    private ExitCode end(Session session, Connection connection, dev.muster.lock.LockStore store) {
        var who = session.who();
        try (var run = store.begin(who)) {
            var ending = decide(doubt(Optional.of(run.lock()), connection), connection, who.actor());
            if (ending instanceof Ending.Contradicted contradicted) {
                contradicted.objections().forEach(session.console()::error);
                session.console().complain("Nothing was changed.");
                return ExitCode.REFUSED;
            }
            var entry = ((Ending.Settled) ending).entry();
            run.record(entry);
            session.console().product(entry.identity() + " is now " + entry.state() + "\n");
            return ExitCode.OK;
        }
    }

    private Ending decide(Doubt doubt, Connection connection, String actor) {
        var chosen = java.util.Objects.requireNonNull(answer);
        var why = String.valueOf(reason);
        if (chosen.sent != null) {
            var id = new RemoteId(chosen.sent);
            return connection
                    .workspace()
                    .campaign(id)
                    .map(campaign -> doubt.sent(campaign, why, actor))
                    .orElseThrow(() -> new UsageException("SeaX has no campaign " + id));
        }
        return chosen.abandon ? doubt.abandon(why, actor) : doubt.notSent(why, actor);
    }

    private Doubt doubt(Optional<Lock> lock, Connection connection) {
        var entry = lock.stream()
                .flatMap(record -> record.generations(key))
                .filter(LockEntry::isOpen)
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no doubt about " + key + " to resolve"));
        var workspace = connection.workspace();
        var since = entry.attempt().at().minus(Duration.ofHours(1));
        var listed = workspace.capabilities().campaigns()
                ? Optional.of(workspace.campaigns(since))
                : Optional.<java.util.List<dev.muster.model.RemoteCampaign>>empty();
        return new Doubt(entry, lock.orElseThrow(), listed, connection.clock().instant());
    }

    private void requireReason() {
        if (reason == null || reason.isBlank()) {
            throw new UsageException("give the reason with --reason \"…\"; it stays in the lock");
        }
    }
}
