package dev.muster.policy;

import dev.muster.model.project.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The start nearest to a planned one at which a send of the same length is in nobody's quiet hours: on a quarter of an
 * hour, at most two days away, and not before {@code earliest}.
 */
record NearestStart(QuietHours hours, Instant planned, Duration length, Instant earliest) {
    static final int DAYS = 2;
    private static final Duration STEP = Duration.ofMinutes(15);

    static NearestStart to(GuardInput proposal, QuietHours hours) {
        return new NearestStart(
                hours,
                proposal.start(),
                Duration.between(proposal.start(), proposal.end()),
                proposal.now().plus(proposal.policy().minLead()));
    }

    /** The planned start itself, where it fits these people. */
    Optional<Instant> fitting(RecipientClocks clocks) {
        var zones = clocks.zones().toList();
        return fits(planned, zones)
                ? Optional.of(planned)
                : candidates().stream().filter(start -> fits(start, zones)).findFirst();
    }

    private boolean fits(Instant start, List<ZoneId> zones) {
        return zones.stream()
                .allMatch(zone -> hours.firstIn(start, start.plus(length), zone).isEmpty());
    }

    /** The nearest first, and of two that are as near the later one. */
    private List<Instant> candidates() {
        var quarter = Instant.ofEpochSecond(planned.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
        int most = (int) Duration.ofDays(DAYS).dividedBy(STEP);
        return IntStream.rangeClosed(-most, most)
                .mapToObj(step -> quarter.plus(STEP.multipliedBy(step)))
                .filter(start -> !start.isBefore(earliest))
                .sorted(Comparator.comparing((Instant start) ->
                                Duration.between(planned, start).abs())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
    }
}
