package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.resolve.Reach;
import java.util.Locale;
import java.util.Optional;

/** An audience that is nearly the whole workspace is rarely meant: {@code policy.max_share_of_contacts}. */
final class MaxShareOfContacts implements Guard {
    @Override
    public Optional<Diagnostic> check(Proposal proposal) {
        double limit = proposal.policy().maxShareOfContacts().orElse(1);
        return proposal.known()
                .filter(reach -> reach.messages() > limit * reach.contacts())
                .map(reach -> tooMany(proposal, reach, limit));
    }

    private static Diagnostic tooMany(Proposal proposal, Reach.Known reach, double limit) {
        var message = String.format(
                Locale.ROOT,
                "reaches %,d of %,d contacts (%.1f %%), the policy allows %.0f %%",
                reach.messages(),
                reach.contacts(),
                100.0 * reach.messages() / reach.contacts(),
                100 * limit);
        var help = "narrow the audience, or acknowledge policy/max-share-of-contacts with a reason";
        return proposal.danger("policy/max-share-of-contacts", "audience", message, help);
    }
}
