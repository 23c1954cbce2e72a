package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** A person who opted out on one contact row must not be messaged through another one with the same number. */
final class SuppressedOnAnotherRow implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known()
                .map(reach -> reach.otherRows().suppressed())
                .filter(people -> people > 0)
                .map(people -> missed(proposal, people));
    }

    private static Diagnostic missed(GuardInput proposal, int people) {
        var message = String.format(
                Locale.ROOT,
                "people reached although another contact of theirs carries an `always_exclude` label: %,d",
                people);
        return AudienceRule.SUPPRESSED_ON_ANOTHER_ROW.at(proposal.place("audience"), message);
    }
}
