package dev.muster.plan;

import dev.muster.model.Sha256;
import java.util.List;

/**
 * A plan that somebody approved: the only thing the applier accepts, and {@link Approver} is the only way to get one. It
 * holds creates and nothing else.
 */
public final class ApprovedPlan {
    private final Plan plan;
    private final Sha256 reviewed;
    private final List<Moved> moved;

    ApprovedPlan(Plan plan, Sha256 reviewed, List<Moved> moved) {
        this.plan = plan;
        this.reviewed = reviewed;
        this.moved = List.copyOf(moved);
    }

    /** The digest that was approved: of the plan file where there was one, since people may have come and gone since then. */
    public Sha256 reviewed() {
        return reviewed;
    }

    /** How the audiences moved since the review, as far as a plan file tells. */
    public List<Moved> moved() {
        return moved;
    }

    public Plan plan() {
        return plan;
    }

    public List<Action.Create> creates() {
        return plan.creates();
    }
}
