package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.resolve.Reach;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** An audience that is nearly the whole workspace is rarely meant: {@code policy.max_share_of_contacts}. */
final class MaxShareOfContacts implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        double limit = proposal.policy().maxShareOfContacts().orElse(1);
        return proposal.known().filter(reach -> isMore(reach, limit)).map(reach -> tooMany(proposal, reach, limit));
    }

    /** In decimals, as the limit is written: 29 of 100 are not more than 29 %, though 0.29 × 100 is below 29 in binary. */
    private static boolean isMore(Reach.Known reach, double limit) {
        var most = BigDecimal.valueOf(limit).multiply(BigDecimal.valueOf(reach.contacts()));
        return BigDecimal.valueOf(reach.messages()).compareTo(most) > 0;
    }

    private static Diagnostic tooMany(GuardInput proposal, Reach.Known reach, double limit) {
        var message = String.format(
                Locale.ROOT,
                "reaches %,d of %,d contacts (%.1f %%), the policy allows %s %%",
                reach.messages(),
                reach.contacts(),
                100.0 * reach.messages() / reach.contacts(),
                percent(limit));
        var help = "narrow the audience, or acknowledge policy/max-share-of-contacts with a reason";
        return proposal.danger(PolicyRule.MAX_SHARE_OF_CONTACTS, "audience", message, help);
    }

    private static String percent(double limit) {
        return BigDecimal.valueOf(limit).movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
