package dev.muster.plan;

import dev.muster.audience.ContactIndex;
import dev.muster.audience.EarlierSend;
import dev.muster.audience.Funnel;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the lock knows to have been sent, or may have been, in the last days, counted over today's contacts: the lock keeps
 * the labels of an audience, never its people.
 */
record EarlierSends(List<EarlierSend> counted, int uncounted) {
    /** Who got a message longer ago is not said to get too many. */
    static final Duration MEMORY = Duration.ofDays(7);

    static EarlierSends of(Optional<Lock> lock, Instant now, Optional<ContactIndex> contacts) {
        var since = now.minus(MEMORY);
        var recent = lock.stream()
                .flatMap(record -> record.entries().values().stream())
                .filter(EarlierSends::mayHaveBeenSent)
                .filter(entry -> !at(entry).isBefore(since))
                .toList();
        var counted = recent.stream()
                .flatMap(entry -> contacts.flatMap(index -> counted(entry, index)).stream())
                .toList();
        return new EarlierSends(counted, recent.size() - counted.size());
    }

    private static boolean mayHaveBeenSent(LockEntry entry) {
        return !(entry instanceof LockEntry.Rejected)
                && !(entry instanceof LockEntry.Abandoned abandoned && abandoned.outcomeKnown());
    }

    private static Instant at(LockEntry entry) {
        var attempt = entry.attempt();
        return attempt.posted().flatMap(Posted::start).orElse(attempt.at());
    }

    private static Optional<EarlierSend> counted(LockEntry entry, ContactIndex contacts) {
        return entry.attempt()
                .posted()
                .map(posted ->
                        Funnel.of(posted.audience(), label -> "", contacts).roster())
                .map(roster -> new EarlierSend(entry.identity(), at(entry), roster));
    }
}
