package dev.muster.outcome;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Observation;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.SendAnomalies;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which sends of a record are to be told when nobody names any: what a person must see to, what has not ended, and what is
 * recent. All others ended well.
 */
public record RelevantSends(Lock lock, OptionalDouble mostFailed, Instant now) {
    private static final Duration RECENT = Duration.ofDays(7);

    /** Where there is no clock to ask, the newest thing that was recorded is recent. */
    public static Instant lastRecorded(Lock lock) {
        var newest = lock.entries().values().stream().map(LockEntry::since).max(Comparator.naturalOrder());
        var seen = lock.observations().last().values().stream()
                .map(Observation::at)
                .max(Comparator.naturalOrder());
        return List.of(newest.orElse(Instant.EPOCH), seen.orElse(Instant.EPOCH)).stream()
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    public boolean isDue(LockEntry entry) {
        var seen = lock.observations().of(entry.identity());
        return isRecent(entry) || entry.isOpen() || (entry instanceof LockEntry.Confirmed && needsLook(entry, seen));
    }

    private boolean needsLook(LockEntry entry, Optional<Observation> seen) {
        return seen.filter(now -> now.stage().isEnd()).isEmpty()
                || !SendAnomalies.of(entry, seen).isNone()
                || new SendProgress(entry, seen, Optional.empty()).failsTooOften(mostFailed);
    }

    private boolean isRecent(LockEntry entry) {
        var start = entry.attempt().posted().flatMap(RequestSummary::start).orElse(entry.since());
        return now.isBefore(entry.since().plus(RECENT)) || now.isBefore(start.plus(RECENT));
    }

    /** What must be seen to first, then in the order of the record. */
    public static List<SendProgress> worstFirst(List<SendProgress> sends, OptionalDouble mostFailed) {
        return sends.stream()
                .sorted(Comparator.comparing(send -> Alert.of(List.of(send), mostFailed)))
                .toList();
    }
}
