package dev.muster.plan;

import dev.muster.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when on SeaX takes a campaign: its horizon before the start, with a margin for a run; and when it is too late. */
final class EarliestCreateTime {
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private EarliestCreateTime() {}

    /** Whether its window has passed. It has once its start has: whether SeaX reads a late start as "at once" is not known. */
    static boolean isOver(Schedule schedule, Instant now) {
        return schedule instanceof Schedule.Window window && !window.start().isAfter(now);
    }

    static Optional<Instant> of(Schedule schedule, Duration horizon) {
        return schedule instanceof Schedule.Window window
                ? Optional.of(window.start().minus(horizon).plus(MARGIN))
                : Optional.empty();
    }
}
