package dev.muster.cli.resolve;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.UsageException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.lock.SendAnomalies;
import dev.muster.model.CampaignKey;
import java.util.Optional;

/**
 * Ends what stands against a campaign that was sent, by a person's word and with a reason. Nothing is asked of SeaX: what
 * was accepted is exactly what the record shows, so a thing that SeaX says later is told anew.
 */
record AcceptOperation(CommandContext session, WorkspaceClient connection, LockStore store, CampaignKey key) {
    boolean isNeeded() {
        return store.load().flatMap(this::concerned).isPresent();
    }

    /** What stands against it; nothing changes. */
    ExitCode show() {
        var lock = store.load().orElseThrow();
        var entry = concerned(lock).orElseThrow();
        return output().concerned(entry, SendAnomalies.of(entry, lock));
    }

    /** The oldest generation that something stands against. */
    ExitCode accept(String reason) {
        try (var run = store.begin(session.who())) {
            var lock = run.lock();
            var entry = concerned(lock)
                    .orElseThrow(() -> new UsageException("nothing stands against " + key + " to accept"));
            var accepted = entry.accept(
                    SendAnomalies.of(entry, lock).all(),
                    reason,
                    connection.clock().instant(),
                    session.who().actor());
            run.record(accepted);
            return output().accepted(accepted, concerned(run.lock()));
        }
    }

    private Optional<LockEntry.Confirmed> concerned(Lock lock) {
        return lock.generations(key)
                .filter(entry -> !SendAnomalies.of(entry, lock).isNone())
                .map(LockEntry.Confirmed.class::cast)
                .findFirst();
    }

    private ResolveOutput output() {
        return new ResolveOutput(session);
    }
}
