package dev.muster.cli.status;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.doubt.Audit;
import dev.muster.doubt.OpenSendEvidence;
import dev.muster.lock.AskedCampaign;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.lock.Observation;
import dev.muster.lock.Observations;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteCampaign;
import dev.muster.outcome.SendProgress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Asks SeaX how the sends are doing, and keeps the answers in the lock where that is possible. One that cannot be read is
 * shown as it was seen last, and said to be; where none can be read, that is a failure.
 */
record StatusReader(CommandContext session, WorkspaceClient connection, LockStore store) {
    /** Hears of each send that could not be read, and why. */
    interface Unread {
        void tell(CampaignIdentity identity, EnvironmentException why);
    }

    /** How these sends are doing now. */
    List<SendProgress> look(Lock lock, List<LockEntry> entries, Unread unread) {
        return look(lock, entries, lock.observations().last(), unread);
    }

    /** The same, after what was seen before. */
    List<SendProgress> look(
            Lock lock, List<LockEntry> entries, Map<CampaignIdentity, Observation> before, Unread unread) {
        var failures = new TreeMap<CampaignIdentity, EnvironmentException>();
        var listed = listed(entries);
        var doubts = doubts(lock, entries, listed).stream()
                .collect(Collectors.toMap(doubt -> doubt.entry().identity(), doubt -> doubt));
        var sends = entries.stream()
                .map(entry -> progress(
                        entry,
                        seen(entry, Optional.ofNullable(before.get(entry.identity())), failures)
                                .map(seen -> seen.contradicting(Audit.of(entry, listed.orElse(List.of())).stream()
                                        .toList())),
                        Optional.ofNullable(doubts.get(entry.identity()))))
                .toList();
        var asked =
                entries.stream().filter(LockEntry.Confirmed.class::isInstance).count();
        if (asked > 0 && failures.size() == asked) {
            throw failures.get(failures.firstKey());
        }
        failures.forEach(unread::tell);
        return sends;
    }

    /** What SeaX refused and shows all the same is shown as open. */
    private static SendProgress progress(
            LockEntry entry, Optional<Observation> seen, Optional<OpenSendEvidence> doubt) {
        return new SendProgress(doubt.map(OpenSendEvidence::entry).orElse(entry), seen, doubt);
    }

    private Optional<List<RemoteCampaign>> listed(List<LockEntry> entries) {
        try {
            return connection.lookout().listing(entries);
        } catch (EnvironmentException unreadable) {
            session.console().comment("Whether SeaX has each campaign once could not be checked", unreadable);
            return Optional.empty();
        }
    }

    private List<OpenSendEvidence> doubts(Lock lock, List<LockEntry> entries, Optional<List<RemoteCampaign>> listed) {
        return listed.isPresent()
                ? connection.lookout().doubts(lock, entries, listed)
                : connection.lookout().doubts(lock, entries);
    }

    private Optional<Observation> seen(
            LockEntry entry, Optional<Observation> before, Map<CampaignIdentity, EnvironmentException> failures) {
        if (!(entry instanceof LockEntry.Confirmed confirmed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(observed(confirmed, before));
        } catch (EnvironmentException unreadable) {
            failures.put(entry.identity(), unreadable);
            return before;
        }
    }

    private Observation observed(LockEntry.Confirmed confirmed, Optional<Observation> before) {
        var now = connection.clock().instant();
        var remote = connection.workspace().campaign(confirmed.remote().id());
        var found = remote.map(seen -> AskedCampaign.contradictedByLook(confirmed.attempt(), seen, now));
        return Observation.of(remote, now, before).contradicting(found.orElse(List.of()));
    }

    /** Keeps what is new. That it cannot be kept now, as while another run is at it, takes nothing from what was seen. */
    void remember(List<SendProgress> sends) {
        try {
            var known = store.load();
            if (sends.stream().anyMatch(send -> isNew(send, known))) {
                keep(sends);
            }
        } catch (EnvironmentException refused) {
            session.console().comment("What was seen is not kept in the lock", refused);
        }
    }

    private void keep(List<SendProgress> sends) {
        try (var run = store.begin(session.who())) {
            var lock = Optional.of(run.lock());
            sends.stream()
                    .filter(send -> isNew(send, lock))
                    .forEach(send -> run.observe(send.identity(), send.seen().orElseThrow()));
        }
    }

    private static boolean isNew(SendProgress send, Optional<Lock> lock) {
        var known = lock.map(Lock::observations).orElse(Observations.NONE).of(send.identity());
        return send.seen()
                .filter(seen -> known.filter(seen::saysTheSameAs).isEmpty())
                .isPresent();
    }
}
