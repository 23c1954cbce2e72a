package dev.muster.plan;

import dev.muster.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From when on SeaX takes a campaign: its horizon before the start, with a margin for the time a run takes. */
final class Due {
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private Due() {}

    static Optional<Instant> of(Schedule schedule, Duration horizon) {
        return schedule instanceof Schedule.Window window
                ? Optional.of(window.start().minus(horizon).plus(MARGIN))
                : Optional.empty();
    }
}
