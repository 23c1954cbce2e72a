package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.MessageRule;
import dev.muster.diagnostic.Rule;
import dev.muster.model.text.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A link that is not https can be changed on its way; one to a bare address, or to a name of two alphabets, looks like fraud
 * to those who get it.
 */
final class LinksAreClear implements MessageGuard {
    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        return Link.in(proposal.text()).stream()
                .flatMap(link -> findings(proposal, link).stream())
                .distinct();
    }

    private static List<Diagnostic> findings(MessageProposal proposal, Link link) {
        var findings = new ArrayList<Diagnostic>();
        if (!link.isHttps()) {
            findings.add(warning(
                    proposal, MessageRule.LINK_NOT_HTTPS, link.address() + " is no https link", "write https://…"));
        }
        if (link.host().isBareAddress()) {
            findings.add(warning(
                    proposal,
                    MessageRule.LINK_BARE_ADDRESS,
                    "a link leads to " + link.host() + ", an address without a name",
                    "link to a host name that people know"));
        }
        if (link.host().mixesAlphabets()) {
            findings.add(warning(
                    proposal,
                    MessageRule.LINK_MIXED_ALPHABETS,
                    "a link leads to " + link.host() + ", whose letters are of two alphabets",
                    "copy the address from the browser and compare it"));
        }
        return findings;
    }

    private static Diagnostic warning(MessageProposal proposal, Rule rule, String message, String help) {
        return rule.at(proposal.place("message.text"), message, help);
    }
}
