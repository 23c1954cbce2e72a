package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.doubt.Doubt;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockStore;
import dev.muster.lock.Observation;
import dev.muster.lock.Observations;
import dev.muster.model.CampaignIdentity;
import dev.muster.outcome.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks SeaX how the sends are doing, and keeps the answers in the lock where that is possible. */
record Looking(Session session, Connection connection, LockStore store) {

    /** How these sends are doing now. */
    List<Progress> look(Lock lock, List<LockEntry> entries) {
        return look(lock, entries, lock.observations().last());
    }

    /** The same, after what was seen before. */
    List<Progress> look(Lock lock, List<LockEntry> entries, Map<CampaignIdentity, Observation> before) {
        var doubts = connection.lookout().doubts(lock, entries).stream()
                .collect(Collectors.toMap(doubt -> doubt.entry().identity(), doubt -> doubt));
        return entries.stream().map(entry -> progress(entry, before, doubts)).toList();
    }

    private Progress progress(
            LockEntry entry, Map<CampaignIdentity, Observation> before, Map<CampaignIdentity, Doubt> doubts) {
        var identity = entry.identity();
        var seen = entry instanceof LockEntry.Confirmed confirmed
                ? Optional.of(observed(confirmed, Optional.ofNullable(before.get(identity))))
                : Optional.<Observation>empty();
        return new Progress(entry, seen, Optional.ofNullable(doubts.get(identity)));
    }

    private Observation observed(LockEntry.Confirmed confirmed, Optional<Observation> before) {
        var remote = connection.workspace().campaign(confirmed.remote().id());
        return Observation.of(remote, connection.clock().instant(), before);
    }

    /** Keeps what is new. That it cannot be kept now, as while another run is at it, takes nothing from what was seen. */
    void remember(List<Progress> sends) {
        try {
            var known = store.load();
            if (sends.stream().anyMatch(send -> isNew(send, known))) {
                keep(sends);
            }
        } catch (EnvironmentException refused) {
            session.console().comment("What was seen is not kept in the lock: " + refused.getMessage());
        }
    }

    private void keep(List<Progress> sends) {
        try (var run = store.begin(session.who())) {
            var lock = Optional.of(run.lock());
            sends.stream()
                    .filter(send -> isNew(send, lock))
                    .forEach(send -> run.observe(send.identity(), send.seen().orElseThrow()));
        }
    }

    private static boolean isNew(Progress send, Optional<Lock> lock) {
        var known = lock.map(Lock::observations).orElse(Observations.NONE).of(send.identity());
        return send.seen()
                .filter(seen -> known.filter(seen::saysTheSameAs).isEmpty())
                .isPresent();
    }
}
