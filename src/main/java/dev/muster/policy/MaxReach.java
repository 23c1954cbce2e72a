package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import java.util.Locale;
import java.util.Optional;

/** No campaign of the folder may message more than {@code policy.max_reach}. */
final class MaxReach implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        int limit = proposal.policy().maxReach().orElse(Integer.MAX_VALUE);
        int messages = proposal.resolved().reach().messages();
        return messages <= limit
                ? Optional.empty()
                : Optional.of(proposal.danger(
                        PolicyRule.MAX_REACH,
                        "audience",
                        String.format(Locale.ROOT, "reaches %,d, the policy allows %,d", messages, limit),
                        "narrow the audience, or acknowledge policy/max-reach with a reason"));
    }
}
