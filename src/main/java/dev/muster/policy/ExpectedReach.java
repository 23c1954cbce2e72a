package dev.muster.policy;

import dev.muster.diagnostic.AudienceRule;
import dev.muster.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** The author wrote how many people to expect; a label that grew or emptied in the meantime shows here. */
final class ExpectedReach implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        var expect = proposal.campaign().expect();
        return proposal.known()
                .map(reach -> reach.messages())
                .filter(messages -> messages < expect.atLeast().orElse(0)
                        || messages > expect.atMost().orElse(Integer.MAX_VALUE))
                .map(messages -> outside(proposal, messages));
    }

    private static Diagnostic outside(GuardInput proposal, int messages) {
        var expect = proposal.campaign().expect();
        var least =
                expect.atLeast().isPresent() ? "at least " + expect.atLeast().getAsInt() : "";
        var most = expect.atMost().isPresent() ? "at most " + expect.atMost().getAsInt() : "";
        var bounds = least.isEmpty() || most.isEmpty() ? least + most : least + " and " + most;
        return AudienceRule.EXPECT_REACH_OUTSIDE.at(
                proposal.place("audience.expect"),
                String.format(Locale.ROOT, "reaches %,d, expected %s", messages, bounds),
                "find out why the audience changed (`muster audience "
                        + proposal.campaign().key() + "`), then correct the labels or the expectation");
    }
}
