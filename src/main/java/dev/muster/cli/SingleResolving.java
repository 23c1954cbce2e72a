package dev.muster.cli;

import dev.muster.doubt.Doubt;
import dev.muster.lock.LockStore;
import dev.muster.lock.SingleEntry;
import dev.muster.model.RemoteId;
import dev.muster.model.SingleIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Ends the doubt about one single message by what a person says: SeaX has no address at which it could be asked. So the
 * answer is taken on their word, with the reason, and only the wait before "not sent" is the same as for a campaign.
 */
record SingleResolving(Session session, Connection connection, LockStore store, SingleIdentity identity) {
    /** As long as SeaX may take to show what it took, where nobody can list it. */
    private static final Duration SETTLE = Duration.ofMinutes(60);

    /** What is known; nothing changes. */
    ExitCode look() {
        var entry = doubted();
        return output().open(entry, notSentFrom(entry), now());
    }

    ExitCode sent(RemoteId id, String reason) {
        var used = store.load().stream()
                .flatMap(lock -> lock.singles().entries().values().stream())
                .filter(entry -> entry.remote().filter(id::equals).isPresent())
                .findFirst();
        if (used.isPresent()) {
            return output().contradicted(
                            doubted(),
                            "SeaX's id " + id + " is the one of " + used.get().identity());
        }
        return end(entry -> entry.confirm(id, List.of(), now(), by(), reason));
    }

    ExitCode notSent(String reason) {
        var entry = doubted();
        var from = notSentFrom(entry);
        return now().isBefore(from)
                ? output().contradicted(entry, "SeaX may still send it; nobody can say before " + from)
                : end(open -> open.reject(reason, now(), by()));
    }

    ExitCode abandon(String reason) {
        return end(entry -> entry.abandon(reason, now(), by()));
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

    private ExitCode end(UnaryOperator<SingleEntry> step) {
        try (var run = store.begin(session.who())) {
            var entry = step.apply(open(run.lock().singles().entry(identity)));
            run.record(entry);
            return output().ended(entry);
        }
    }

    private ResolveOutput output() {
        return new ResolveOutput(session);
    }

    private SingleEntry doubted() {
        return open(store.load().flatMap(lock -> lock.singles().entry(identity)));
    }

    private static Instant notSentFrom(SingleEntry entry) {
        return entry.attempt().notAfter().plus(SETTLE);
    }

    private SingleEntry open(Optional<SingleEntry> entry) {
        return entry.filter(SingleEntry::isOpen)
                .orElseThrow(() -> new UsageException("there is no doubt about " + identity + " to resolve"));
    }

    private Instant now() {
        return Doubt.judgedAt(
                connection.clock().instant(), connection.workspace().skew());
    }

    private String by() {
        return session.who().actor();
    }
}
