package dev.muster.cli.resolve;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.diagnostic.UsageException;
import dev.muster.doubt.DoubtAnswer;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleAnswer;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.lock.MessageEntry;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ends the doubt about one single message by what a person says: SeaX has no address at which it could be asked. The answer
 * is held against what is known, as for a campaign.
 */
record ResolveMessageOperation(
        CommandContext session, WorkspaceClient connection, LockStore store, SingleIdentity identity) {
    /** What is known; that the run is gone is recorded. */
    ExitCode look() {
        var doubt = doubt(store.load());
        boolean changed = doubt.isLeft() && record();
        return output().open(changed ? doubt(store.load()) : doubt, changed);
    }

    /** It is looked at again once nobody else can change the lock. */
    private boolean record() {
        try (var run = store.begin(session.who())) {
            var step = doubt(Optional.of(run.lock())).evident(by());
            step.ifPresent(run::record);
            return step.isPresent();
        }
    }

    ExitCode sent(RemoteId id, String reason) {
        var campaign = campaign(id);
        return end(reason, answer -> answer.sent(id, campaign));
    }

    /** What cannot be read is no evidence. */
    private Optional<RemoteCampaign> campaign(RemoteId id) {
        try {
            return connection.workspace().campaign(id);
        } catch (EnvironmentException unread) {
            session.console().comment("Whether " + id + " is a campaign could not be asked", unread);
            return Optional.empty();
        }
    }

    ExitCode notSent(String reason) {
        return end(reason, SingleAnswer::notSent);
    }

    ExitCode abandon(String reason) {
        return end(reason, SingleAnswer::abandon);
    }

    /** Its anomalies were seen to. */
    ExitCode accept(String reason) {
        try (var run = store.begin(session.who())) {
            var entry = run.lock()
                    .singles()
                    .entry(identity)
                    .filter(one -> !one.concerns().isEmpty())
                    .orElseThrow(() -> new UsageException("nothing stands against " + identity + " to accept"))
                    .accept(reason, now(), by());
            run.record(entry);
            return output().ended(entry);
        }
    }

    private ExitCode end(String reason, Function<SingleAnswer, DoubtAnswer<MessageEntry>> answer) {
        try (var run = store.begin(session.who())) {
            var doubt = doubt(Optional.of(run.lock()));
            var ending = answer.apply(new SingleAnswer(doubt, reason, by()));
            if (ending instanceof DoubtAnswer.Contradicted<MessageEntry> contradicted) {
                return output().contradicted(doubt.entry(), contradicted.objections());
            }
            var entry = ((DoubtAnswer.Settled<MessageEntry>) ending).entry();
            run.record(entry);
            return output().ended(entry);
        }
    }

    private ResolveOutput output() {
        return new ResolveOutput(session);
    }

    private SingleDoubt doubt(Optional<Lock> lock) {
        return lock.flatMap(record -> record.singles()
                        .entry(identity)
                        .filter(MessageEntry::isOpen)
                        .map(entry -> new SingleDoubt(entry, record, now())))
                .orElseThrow(() -> new UsageException("there is no doubt about " + identity + " to resolve"));
    }

    private Instant now() {
        return OpenSendEvidence.judgedAt(
                connection.clock().instant(), connection.workspace().skew());
    }

    private String by() {
        return session.who().actor();
    }
}
