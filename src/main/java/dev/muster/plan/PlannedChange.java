package dev.muster.plan;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PlanRule;
import dev.muster.diff.Change;
import dev.muster.model.CampaignKey;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import java.util.Optional;

/** One line of a plan: how a campaign differs from the lock, what will be done about it, and what was found on the way. */
public record PlannedChange(
        Change change, Action action, Optional<ResolvedCampaign> resolved, List<Diagnostic> findings) {
    public PlannedChange {
        findings = List.copyOf(findings);
    }

    public CampaignKey key() {
        return change.key();
    }

    /** Whether an outcome of it is unknown, or not what was asked. */
    public boolean isInDoubt() {
        return action.reason() == Reason.OUTCOME_UNKNOWN
                || (action instanceof Action.Adopt && needsAttention())
                || findings.stream().anyMatch(finding -> finding.rule() == PlanRule.OUTCOME_NOT_AS_ASKED);
    }

    /** Whether a person has to do something before this campaign is as its author wrote it. */
    public boolean needsAttention() {
        return action instanceof Action.Blocked || findings.stream().anyMatch(Diagnostic::stops);
    }
}
