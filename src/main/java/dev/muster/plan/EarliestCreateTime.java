package dev.muster.plan;

import dev.muster.model.Campaign;
import dev.muster.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * From when on a campaign can be posted, and when it is too late. By labels, SeaX takes it its horizon before the start, with a
 * margin for a run. By numbers it goes out when it is posted, so its window is the time to post it.
 */
final class EarliestCreateTime {
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private EarliestCreateTime() {}

    /**
     * Whether its window has passed. By labels it has once its start has: whether SeaX reads a late start as "at once" is not
     * known.
     */
    static boolean isOver(Campaign campaign, Instant now) {
        return campaign.schedule() instanceof Schedule.Window window
                && !(campaign.isByNumbers() ? window.end().orElse(window.start()) : window.start()).isAfter(now);
    }

    static Optional<Instant> of(Campaign campaign, Duration horizon) {
        if (campaign.schedule() instanceof Schedule.Window window) {
            return Optional.of(
                    campaign.isByNumbers()
                            ? window.start()
                            : window.start().minus(horizon).plus(MARGIN));
        }
        return Optional.empty();
    }
}
