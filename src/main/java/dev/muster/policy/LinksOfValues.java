package dev.muster.policy;

import dev.muster.audience.FilledIn;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.PolicyRule;
import java.util.stream.Stream;

/**
 * A contact who calls themselves {@code http://evil.example/win} brings a link into the message, and so does a name between
 * two words with a dot. The policy's list of hosts holds for what each person reads; without a list there is a warning.
 */
final class LinksOfValues implements MessageGuard {
    private static final String HELP =
            "correct the values of these contacts in SeaX, exclude these people by a label, or"
                    + " write a text without the placeholder";

    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return proposal.filledIn().stream()
                .filter(filledIn -> filledIn.links().people() > 0)
                .map(filledIn -> finding(proposal, filledIn));
    }

    private static Diagnostic finding(MessageProposal proposal, FilledIn filledIn) {
        var links = filledIn.links();
        var said = PlaceholdersAreFilled.have(links.people(), filledIn.people())
                + " a value that adds a link to the text, such as to " + links.example();
        if (proposal.restrictions().allowedLinkHosts().isEmpty()) {
            return MessageRule.LINK_IN_VALUE.at(proposal.place("message.text"), said, HELP);
        }
        return proposal.danger(
                PolicyRule.ALLOWED_LINK_HOSTS, "message.text", said + "; the policy does not allow it", HELP);
    }
}
