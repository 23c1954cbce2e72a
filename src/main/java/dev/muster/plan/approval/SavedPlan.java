package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.Sha256;
import dev.muster.plan.Plan;
import dev.muster.plan.PlanBinding;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan as it is reviewed: what is approved, when it was made and until when it holds. {@code keys} are the campaigns the
 * plan was restricted to, or none for all. It names no person and carries no message:
 * {@code sketches} only let apply count who joined and who left, and {@code suppression} whether those who were kept out
 * still are, under a key that is not in the file.
 */
public record SavedPlan(
        PlanBinding binding,
        List<CampaignKey> keys,
        Instant at,
        Instant validUntil,
        String toolVersion,
        SortedMap<CampaignIdentity, AudienceSketch> sketches,
        ReviewedSuppression suppression) {
    public SavedPlan {
        keys = List.copyOf(keys);
        sketches = Collections.unmodifiableSortedMap(new TreeMap<>(sketches));
    }

    public static SavedPlan of(Plan plan, List<CampaignKey> keys, String toolVersion, DriftGauge gauge) {
        return new SavedPlan(
                plan.binding(),
                keys,
                plan.at(),
                plan.validUntil(),
                toolVersion,
                gauge.sketches(plan),
                SuppressionSince.of(plan, gauge.hash()));
    }

    public Sha256 digest() {
        return binding.digest();
    }
}
