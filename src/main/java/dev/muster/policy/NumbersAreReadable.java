package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.resolve.Reach;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that is no number is compared by its last digits at most: whether it is somebody who opted out cannot be seen. */
final class NumbersAreReadable implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        return proposal.known().flatMap(reach -> finding(proposal, reach));
    }

    private static Optional<Diagnostic> finding(GuardInput proposal, Reach.Known reach) {
        var found = Stream.of(
                        part(reach.funnel().roster().unreadable(), "would be messaged"),
                        part(
                                reach.otherRows().unreadable(),
                                "carry an `always_exclude` label, which protects nobody else"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(AudienceRule.UNREADABLE_NUMBER.at(
                        proposal.place("audience"),
                        "contacts whose WhatsApp number cannot be read as a number, so that nobody can say for sure who they are: "
                                + found));
    }

    private static Optional<String> part(int contacts, String what) {
        return contacts == 0 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%,d %s", contacts, what));
    }
}
