package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.resolve.Reach;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In some countries two spellings of a number are likely, but not surely, one WhatsApp account, and a number that cannot be
 * read may end in the digits of another one: somebody who opted out under one must not be messaged under the other without a
 * look.
 */
final class LikelySamePerson implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known().flatMap(reach -> finding(proposal, reach));
    }

    private static Optional<Diagnostic> finding(GuardInput proposal, Reach.Known reach) {
        var found = Stream.of(
                        part(
                                reach.otherRows().likelySuppressed(),
                                "although that contact carries an `always_exclude` label"),
                        part(reach.otherRows().likelyExcluded(), "although that contact is excluded by the campaign"),
                        part(reach.funnel().roster().likelySurplus(), "a second time"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(proposal.danger(
                        AudienceRule.LIKELY_SAME_PERSON,
                        "audience",
                        "people reached whose number is likely another spelling of another contact's: " + found,
                        "merge the contacts in SeaX if they are one person, list the spare ones under"
                                + " `exclude_contacts`, or acknowledge it with a reason"));
    }

    private static Optional<String> part(int people, String how) {
        return people == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%,d %s", people, how));
    }
}
