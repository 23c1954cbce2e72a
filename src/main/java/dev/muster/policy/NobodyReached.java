package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import java.util.Optional;

/** An audience of nobody is a mistake in its labels, and whether SeaX reads it as nobody or as everybody is not documented. */
final class NobodyReached implements Guard {
    @Override
    public Optional<Diagnostic> check(Proposal proposal) {
        return proposal.known()
                .filter(reach -> reach.messages() == 0)
                .map(reach -> Diagnostic.error(
                        "audience/nobody",
                        proposal.place("audience"),
                        "nobody would get this",
                        "`muster audience " + proposal.campaign().key() + "` shows which step leaves nobody"));
    }
}
