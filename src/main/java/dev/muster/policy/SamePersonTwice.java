package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** SeaX messages contact rows: a person who stands on two rows of the audience gets the message twice. */
final class SamePersonTwice implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known()
                .map(reach -> reach.funnel().roster().surplus())
                .filter(surplus -> surplus > 0)
                .map(surplus -> twice(proposal, surplus));
    }

    private static Diagnostic twice(GuardInput proposal, int surplus) {
        var message = String.format(
                Locale.ROOT,
                "messages that reach a person a second time, through another contact of theirs: %,d",
                surplus);
        var help = "merge the contacts in SeaX, exclude its label `duplicate`, or list the spare contacts under"
                + " `exclude_contacts`";
        return proposal.danger(AudienceRule.SAME_PERSON_TWICE, "audience", message, help);
    }
}
