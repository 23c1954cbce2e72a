package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.HostName;
import dev.muster.model.Link;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistyped or foreign link in a message cannot be taken back: {@code policy.allowed_link_hosts}, for the text as it is
 * written and for media. Every host counts that some phone may make tappable.
 */
final class AllowedLinkHosts implements MessageGuard {
    static final String RULE = "policy/allowed-link-hosts";

    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        var links = refused(proposal, AllowedLinkHosts::hostsOfLinks);
        var possible = refused(proposal, Link::hostsIn).stream()
                .filter(host -> !links.contains(host) && !isJudgedFilledIn(proposal, host))
                .toList();
        return links.isEmpty() && possible.isEmpty()
                ? Stream.empty()
                : Stream.of(notAllowed(proposal, links, possible));
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

    private static Diagnostic notAllowed(MessageProposal proposal, List<HostName> links, List<HostName> possible) {
        var said = Stream.of(
                        said("the policy does not allow links to ", links),
                        said("some phones may show a link that the policy does not allow, to ", possible))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        var help = links.isEmpty()
                ? "write a blank around words and links, and no sign inside a link"
                : "link to one of `allowed_link_hosts`";
        return proposal.danger(RULE, "message", said, help);
    }

    private static Optional<String> said(String words, List<HostName> hosts) {
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(words + hosts.stream().map(HostName::toString).collect(Collectors.joining(", ")));
    }
}
