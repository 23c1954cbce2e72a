package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import java.util.Locale;
import java.util.Optional;

/** An audience that lost nearly everybody, by a mistake in a label, would still be sent to: {@code policy.min_reach}. */
final class MinReach implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        int least = proposal.restrictions().minReach().orElse(0);
        return proposal.known()
                .map(reach -> reach.people())
                .filter(people -> people < least)
                .map(people -> tooFew(proposal, people, least));
    }

    private static Diagnostic tooFew(GuardInput proposal, int people, int least) {
        return proposal.danger(
                PolicyRule.MIN_REACH,
                "audience",
                String.format(Locale.ROOT, "reaches %,d, the policy asks for at least %,d", people, least),
                "find out which step of the audience loses them (`muster audience "
                        + proposal.campaign().key() + "`), or acknowledge policy/min-reach with a reason");
    }
}
