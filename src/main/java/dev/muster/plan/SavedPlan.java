package dev.muster.plan;

import dev.muster.model.CampaignKey;
import dev.muster.model.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A plan as it is reviewed: what is approved, when it was made and until when it holds. {@code keys} are the campaigns the
 * plan was restricted to, or none for all. It names no person and carries no message.
 */
public record SavedPlan(
        PlanBinding binding, List<CampaignKey> keys, Instant at, Instant validUntil, String toolVersion) {
    /** A review that is older than a day was of another audience. */
    public static final Duration VALID_FOR = Duration.ofHours(24);

    public SavedPlan {
        keys = List.copyOf(keys);
    }

    public static SavedPlan of(Plan plan, List<CampaignKey> keys, String toolVersion) {
        return new SavedPlan(plan.binding(), keys, plan.at(), plan.at().plus(VALID_FOR), toolVersion);
    }

    public Sha256 digest() {
        return binding.digest();
    }
}
