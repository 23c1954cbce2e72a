package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mistyped or foreign link in a message cannot be taken back: {@code policy.allowed_link_hosts}, for the text and for
 * media. {@code *.example.com} allows what is below {@code example.com}.
 */
final class AllowedLinkHosts implements Guard {
    @Override
    public Optional<Diagnostic> check(Proposal proposal) {
        var allowed = proposal.restrictions().allowedLinkHosts();
        var others = hosts(proposal.campaign().message())
                .filter(host -> !allowed.isEmpty() && allowed.stream().noneMatch(entry -> allows(entry, host)))
                .distinct()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(notAllowed(proposal, others));
    }

    private static Stream<String> hosts(Message message) {
        return Stream.concat(Stream.of(message.text()), message.media().stream())
                .flatMap(text -> HostNames.in(text).stream());
    }

    private static boolean allows(String entry, String host) {
        return entry.startsWith("*.") ? host.endsWith(entry.substring(1)) && isWhole(host) : host.equals(entry);
    }

    /** A host of which a placeholder fills in a part may end as anything. */
    private static boolean isWhole(String host) {
        return host.matches("[a-z0-9.-]+");
    }

    private static Diagnostic notAllowed(Proposal proposal, List<String> hosts) {
        return proposal.danger(
                "policy/allowed-link-hosts",
                "message",
                "the policy does not allow links to " + String.join(", ", hosts),
                "link to one of `allowed_link_hosts`, or acknowledge policy/allowed-link-hosts with a reason");
    }
}
