package dev.muster.plan;

import dev.muster.diagnostic.Places;
import dev.muster.lock.Lock;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.project.Policy;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.policy.GuardInput;
import dev.muster.policy.RecipientZones;
import dev.muster.resolve.ResolvedCampaign;
import java.time.Instant;
import java.util.Optional;

/** What a plan is made against: the workspace, its lock (absent until one is written), the policy, and the time. */
public record PlanContext(
        WorkspaceIdentity workspace,
        WorkspaceSettings settings,
        Policy policy,
        Optional<Lock> lock,
        Places places,
        Instant now) {

    /** A campaign as the guards judge it. */
    GuardInput proposal(ResolvedCampaign campaign, RecipientZones whereabouts) {
        return new GuardInput(campaign, policy, settings, now, places, lock, whereabouts);
    }
}
