package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.Severity;
import dev.muster.model.project.Restrictions.UsMarketing;
import dev.muster.resolve.Reach;
import java.util.Locale;
import java.util.Optional;

/**
 * WhatsApp takes marketing for numbers with US area codes and does not deliver it: the send looks as if those people had
 * been told. {@code policy.us_marketing: allow} switches this off.
 */
final class UsMarketingPause implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        var written = proposal.restrictions().usMarketing();
        var categories = proposal.categories();
        // looking up every number takes time: not where nobody asked and nothing could be said
        if (written.equals(Optional.of(UsMarketing.ALLOW)) || (written.isEmpty() && categories.isEmpty())) {
            return Optional.empty();
        }
        var rule = WhatsappRules.published().undeliveredToUs();
        return categories.isEmpty() || categories.contains(rule.value())
                ? people(proposal).map(people -> finding(proposal, people, rule))
                : Optional.empty();
    }

    private static Optional<Integer> people(GuardInput proposal) {
        return proposal.known()
                .map(reach ->
                        proposal.whereabouts().inUnitedStates(reach.funnel().roster()))
                .filter(people -> people > 0);
    }

    private static String everybody(GuardInput proposal) {
        return String.format(
                Locale.ROOT, "%,d", proposal.known().map(Reach.Known::people).orElse(0));
    }

    private static Diagnostic finding(GuardInput proposal, int people, WhatsappRules.Row rule) {
        var count = String.format(Locale.ROOT, "%,d", people);
        return !proposal.categories().isEmpty()
                ? proposal.danger(
                        PolicyRule.US_MARKETING,
                        "audience",
                        count + " of " + everybody(proposal)
                                + " people have US numbers, to which WhatsApp has delivered no " + rule.value()
                                + " template since " + rule.asOf(),
                        "exclude them, write `us_marketing: allow` in the policy, or acknowledge "
                                + PolicyRule.US_MARKETING.id() + " with a reason")
                : PolicyRule.US_MARKETING.at(
                        Severity.NOTE,
                        proposal.place("message"),
                        "the category of the template is not known here; if it is marketing, people with US numbers who"
                                + " would not get it: " + count,
                        "look the category up in SeaX");
    }
}
