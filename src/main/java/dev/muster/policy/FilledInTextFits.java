package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.model.Message;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text may fit as it is written and be too long for the person with the longest name; a single message is what its person
 * reads already. What Meta counts is not documented: the larger of the two counts decides.
 */
final class FilledInTextFits implements MessageGuard {
    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return proposal.isForOnePerson() ? asItIs(proposal) : filledIn(proposal);
    }

    private static Stream<Diagnostic> asItIs(MessageProposal proposal) {
        var text = proposal.text();
        int units = text.length();
        int codePoints = text.codePointCount(0, units);
        return fits(units, codePoints)
                ? Stream.empty()
                : Stream.of(MessageRule.TOO_LONG.at(
                        proposal.place("message.text"),
                        "the text" + tooMany(units, codePoints),
                        "shorten the text, or move details to a page that it links to"));
    }

    private static Stream<Diagnostic> filledIn(MessageProposal proposal) {
        return proposal.filledIn().stream()
                .filter(filledIn -> !fits(filledIn.longest(), filledIn.longestInCodePoints()))
                .map(filledIn -> tooLong(proposal, filledIn));
    }

    private static boolean fits(int units, int codePoints) {
        return Math.max(units, codePoints) <= Message.LONGEST_TEXT;
    }

    private static Diagnostic tooLong(MessageProposal proposal, FilledIn filledIn) {
        return MessageRule.TOO_LONG_FILLED_IN.at(
                proposal.place("message.text"),
                "filled in with the longest values it" + tooMany(filledIn.longest(), filledIn.longestInCodePoints()));
    }

    private static String tooMany(int units, int codePoints) {
        return String.format(
                Locale.ROOT,
                " has %,d characters (%,d code points), WhatsApp takes %,d",
                units,
                codePoints,
                Message.LONGEST_TEXT);
    }
}
