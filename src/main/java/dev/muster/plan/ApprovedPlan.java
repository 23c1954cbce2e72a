package dev.muster.plan;

import java.util.List;

/**
 * A plan that somebody approved: the only thing the applier accepts, and {@link Approver} is the only way to get one. It
 * holds creates and nothing else.
 */
public final class ApprovedPlan {
    private final Plan plan;

    ApprovedPlan(Plan plan) {
        this.plan = plan;
    }

    public Plan plan() {
        return plan;
    }

    public List<Action.Create> creates() {
        return plan.creates();
    }
}
