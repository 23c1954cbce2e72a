package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** SeaX excludes contact rows: a person excluded by one row is still reached through another with the same number. */
final class ExcludedOnAnotherRow implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known()
                .map(reach -> reach.otherRows().excluded())
                .filter(people -> people > 0)
                .map(people -> missed(proposal, people));
    }

    private static Diagnostic missed(GuardInput proposal, int people) {
        var message = String.format(
                Locale.ROOT,
                "people reached although another contact of theirs is excluded by the campaign: %,d",
                people);
        return proposal.danger(
                AudienceRule.EXCLUDED_ON_ANOTHER_ROW,
                "audience",
                message,
                "merge the contacts in SeaX, list the spare ones under `exclude_contacts`, or acknowledge it with a reason");
    }
}
