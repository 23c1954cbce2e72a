package dev.muster.lock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands against a campaign that was sent, until a person accepts it with a reason: said in every status, report and
 * plan.
 *
 * @param anomalies where SeaX's answer, or what it said later, is not what was asked
 * @param dangers what its messages show that must not be
 */
public record SendAnomalies(List<String> anomalies, List<String> dangers) {
    public static final SendAnomalies NONE = new SendAnomalies(List.of(), List.of());

    public SendAnomalies {
        anomalies = List.copyOf(anomalies);
        dangers = List.copyOf(dangers);
    }

    /** What stands against an entry, after what was seen of it last. */
    public static SendAnomalies of(LockEntry entry, Optional<Observation> seen) {
        if (!(entry instanceof LockEntry.Confirmed sent)) {
            return NONE;
        }
        var odd = Stream.of(
                        sent.anomalies().stream(),
                        seen.stream().flatMap(now -> now.contradictions().stream()),
                        seen.filter(now -> sent.attempt().posted().isPresent()).flatMap(SendAnomalies::badEnd).stream())
                .flatMap(found -> found);
        var wrong = seen.flatMap(Observation::comparison)
                .map(OutcomeComparison::dangers)
                .orElse(List.of());
        return new SendAnomalies(open(sent, odd), open(sent, wrong.stream()));
    }

    /** As {@link #of(LockEntry, Optional)} with what the record has. */
    public static SendAnomalies of(LockEntry entry, Lock lock) {
        return of(entry, lock.observations().of(entry.identity()));
    }

    /** The same, after a look at SeaX's list that found {@code more} that is not as asked. */
    public SendAnomalies with(LockEntry entry, Optional<String> more) {
        return entry instanceof LockEntry.Confirmed sent
                ? new SendAnomalies(open(sent, Stream.concat(anomalies.stream(), more.stream())), dangers)
                : this;
    }

    private static List<String> open(LockEntry.Confirmed sent, Stream<String> found) {
        return found.distinct().filter(text -> !sent.accepted().contains(text)).toList();
    }

    /** Of a campaign that was posted from here. */
    private static Optional<String> badEnd(Observation seen) {
        return switch (seen.stage()) {
            case VANISHED -> Optional.of("SeaX says that it has no such campaign any more");
            case FAILED -> Optional.of("SeaX says that the campaign failed");
            case CANCELLED -> Optional.of("SeaX says that the campaign was cancelled");
            case PENDING, RUNNING, PAUSED, FINISHED, UNKNOWN -> Optional.empty();
        };
    }

    public boolean isNone() {
        return anomalies.isEmpty() && dangers.isEmpty();
    }

    /** Both. */
    public List<String> all() {
        return Stream.concat(anomalies.stream(), dangers.stream()).toList();
    }
}
