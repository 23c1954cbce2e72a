package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.LabelName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the labels of {@code policy.always_exclude} were at a review: each with its id and size, and a keyed sketch of the
 * people who carried one of them, where the contacts could be read. It names nobody.
 */
record ReviewedSuppression(SortedMap<LabelName, SuppressionRecord> labels, Optional<AudienceSketch> people) {
    /** Nothing was looked up, or an earlier version made the plan. */
    static final ReviewedSuppression NONE = new ReviewedSuppression(Collections.emptySortedMap(), Optional.empty());

    ReviewedSuppression {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }
}
