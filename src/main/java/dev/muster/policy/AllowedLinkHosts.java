package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.text.HostName;
import dev.muster.model.text.Link;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistyped or foreign link in a message cannot be taken back: {@code policy.allowed_link_hosts}, for the text as it is
 * written and for media. Every host counts that some phone may make tappable, that of a mail address too: who answers there
 * takes the sender's place. A mail address in a value is the person's own, and is left alone.
 */
final class AllowedLinkHosts implements MessageGuard {
    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        var found = Refused.of(proposal);
        return found.isNone() ? Stream.empty() : Stream.of(notAllowed(proposal, found));
    }

    /** The hosts that are not allowed, each once: of links, of mail addresses, of what only some phones take for a link. */
    private record Refused(List<HostName> links, List<HostName> mail, List<HostName> possible) {
        static Refused of(MessageProposal proposal) {
            var links = refused(proposal, AllowedLinkHosts::hostsOfLinks);
            var mail = without(links, refused(proposal, Link::mailHostsIn));
            var possible = without(links, without(mail, refused(proposal, Link::hostsIn))).stream()
                    .filter(host -> !isJudgedFilledIn(proposal, host))
                    .toList();
            return new Refused(links, mail, possible);
        }

        boolean isNone() {
            return links.isEmpty() && mail.isEmpty() && possible.isEmpty();
        }

        private static List<HostName> without(List<HostName> said, List<HostName> hosts) {
            return hosts.stream().filter(host -> !said.contains(host)).toList();
        }
    }

    private static List<HostName> refused(MessageProposal proposal, Function<String, Collection<HostName>> hosts) {
        return Stream.concat(Stream.of(proposal.text()), proposal.media().stream())
                .flatMap(text -> hosts.apply(text).stream())
                .filter(host -> !proposal.restrictions().allowsLinkTo(host))
                .distinct()
                .toList();
    }

    private static List<HostName> hostsOfLinks(String text) {
        return Link.in(text).stream().map(Link::host).toList();
    }

    /** Whether {@code Hello.{name}} is a link is seen in what people read; without people it stays open. */
    private static boolean isJudgedFilledIn(MessageProposal proposal, HostName host) {
        return host.unicode().contains("{") && proposal.filledIn().isPresent();
    }

    private static Diagnostic notAllowed(MessageProposal proposal, Refused found) {
        var said = Stream.of(
                        said("the policy does not allow links to ", found.links()),
                        said("people can tap a mail address, and the policy does not allow ", found.mail()),
                        said("some phones may show a link that the policy does not allow, to ", found.possible()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return proposal.danger(PolicyRule.ALLOWED_LINK_HOSTS, "message", said, help(found));
    }

    private static String help(Refused found) {
        if (!found.links().isEmpty()) {
            return "link to one of `allowed_link_hosts`";
        }
        return found.mail().isEmpty()
                ? "write a blank around words and links, and no sign inside a link"
                : "write an address at one of `allowed_link_hosts`";
    }

    private static Optional<String> said(String words, List<HostName> hosts) {
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(words + hosts.stream().map(HostName::toString).collect(Collectors.joining(", ")));
    }
}
