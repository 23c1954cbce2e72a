package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text may fit as it is written and be too long for the person with the longest name. What Meta counts is not documented:
 * the larger of the two counts decides.
 */
final class FilledInTextFits implements MessageGuard {
    private static final int MOST = 1024;

    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return proposal.filledIn().stream()
                .filter(filledIn -> Math.max(filledIn.longest(), filledIn.longestInCodePoints()) > MOST)
                .map(filledIn -> tooLong(proposal, filledIn));
    }

    private static Diagnostic tooLong(MessageProposal proposal, FilledIn filledIn) {
        var message = String.format(
                Locale.ROOT,
                "filled in with the longest values it has %,d characters (%,d code points), WhatsApp takes %,d",
                filledIn.longest(),
                filledIn.longestInCodePoints(),
                MOST);
        return Diagnostic.error(
                "message/too-long-filled-in",
                proposal.place("message.text"),
                message,
                "shorten the text, or the values of these contacts in SeaX");
    }
}
