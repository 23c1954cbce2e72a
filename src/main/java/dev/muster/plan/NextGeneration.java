package dev.muster.plan;

import dev.muster.diagnostic.Places;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import java.time.Instant;
import java.util.Optional;

/** What a person writes, and where, to send a campaign whose generation is over: a plan and `resolve` say the same. */
public final class NextGeneration {
    private NextGeneration() {}

    /** A clause such as {@code write `generation: 2` in campaigns/sale.yaml}. */
    public static String of(Campaign campaign, Optional<Lock> lock, Places places, Instant now) {
        var file = places.of(campaign.key().value()).file();
        return "write `generation: " + number(campaign, lock) + "` in " + (file.isEmpty() ? "its file" : file)
                + (EarliestCreateTime.isOver(campaign, now) ? " and move its schedule, which has passed" : "");
    }

    static String of(Campaign campaign, PlanContext context) {
        return of(campaign, context.lock(), context.places(), context.now());
    }

    /** One that is free: above the defined one and all that are recorded. */
    private static int number(Campaign campaign, Optional<Lock> lock) {
        int recorded = lock.stream()
                .flatMap(record -> record.generations(campaign.key()))
                .map(LockEntry::identity)
                .mapToInt(identity -> identity.generation())
                .max()
                .orElse(0);
        return Math.max(recorded, campaign.identity().generation()) + 1;
    }
}
