package dev.muster.plan.approval;

import dev.muster.audience.ReachedPeople;
import dev.muster.model.KeyedRoster;
import dev.muster.model.Sha256;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A plan that somebody approved: the only thing the applier accepts, and {@link Approver} is the only way to get one. It
 * holds creates and nothing else.
 */
public final class ApprovedPlan {
    private final Plan plan;
    private final Sha256 reviewed;
    private final List<AudienceDrift> moved;
    private final DriftGauge gauge;

    ApprovedPlan(Plan plan, Sha256 reviewed, List<AudienceDrift> moved, DriftGauge gauge) {
        this.gauge = gauge;
        this.plan = plan;
        this.reviewed = reviewed;
        this.moved = List.copyOf(moved);
    }

    /** The digest that was approved: of the plan file where there was one, since people may have come and gone since then. */
    public Sha256 reviewed() {
        return reviewed;
    }

    /** How the audiences moved since the review, as far as a plan file tells. */
    public List<AudienceDrift> moved() {
        return moved;
    }

    /** The people of a wave after which others come, as the lock keeps them: none of those may reach them again. */
    public Optional<KeyedRoster> kept(Action.Create create) {
        var campaign = create.campaign().campaign();
        boolean isFollowed = campaign.identity().generation() < campaign.waves().size();
        return isFollowed ? gauge.people(create) : Optional.empty();
    }

    /** These numbers as the lock keeps them: no later part may reach them again. */
    public KeyedRoster keyed(Collection<String> numbers) {
        return ReachedPeople.keyed(numbers, gauge.hash());
    }

    public Plan plan() {
        return plan;
    }

    public List<Action.Create> creates() {
        return plan.creates();
    }
}
