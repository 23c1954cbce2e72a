package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Campaign;
import java.util.Optional;

/** An audience of nobody is a mistake in its labels, and whether SeaX reads it as nobody or as everybody is not documented. */
final class NobodyReached implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known()
                .filter(reach -> reach.messages() == 0)
                .map(reach -> AudienceRule.NOBODY.at(
                        proposal.place("audience"), "nobody would get this", help(proposal.campaign())));
    }

    /** A wave in the middle may have become empty for good reason, and must not keep the later ones waiting for ever. */
    private static String help(Campaign campaign) {
        int wave = campaign.identity().generation();
        boolean isMiddle = wave > 1 && wave < campaign.waves().size();
        return isMiddle
                ? "to go on with the next wave, remove wave " + wave
                        + " from `waves`, or write `may_be_empty: true` in it"
                : "`muster audience " + campaign.key() + "` shows which step leaves nobody";
    }
}
