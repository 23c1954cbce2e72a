package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.Schedule;
import java.time.Instant;
import java.util.Optional;

/**
 * A start that passes before the request arrives may be read as "at once" (the API document is silent), so a scheduled
 * campaign by labels needs {@code policy.min_lead} before its start.
 */
final class MinLead implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.campaign().schedule() instanceof Schedule.Window window
                        && !proposal.campaign().isByNumbers()
                        && isTooSoon(proposal, window.start())
                ? Optional.of(tooSoon(proposal))
                : Optional.empty();
    }

    private static boolean isTooSoon(GuardInput proposal, Instant start) {
        return start.isBefore(proposal.now().plus(proposal.policy().minLead()));
    }

    private static Diagnostic tooSoon(GuardInput proposal) {
        var lead = proposal.policy().minLead().toMinutes();
        return PolicyRule.MIN_LEAD.at(proposal.place("schedule"), "starts in less than " + lead + " minutes");
    }
}
