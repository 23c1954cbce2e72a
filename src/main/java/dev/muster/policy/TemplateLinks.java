package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.text.HostName;
import dev.muster.resolve.NumberedAudience;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a campaign by numbers leads people: {@code policy.allowed_link_hosts}, for the texts, buttons and files of its template
 * once, and for what each person's values add.
 */
final class TemplateLinks {
    private TemplateLinks() {}

    static Stream<Diagnostic> check(GuardInput proposal) {
        return proposal.resolved().numbered().stream()
                .flatMap(numbered -> Stream.of(fixed(proposal, numbered), added(proposal, numbered)))
                .flatMap(Optional::stream);
    }

    private static Optional<Diagnostic> fixed(GuardInput proposal, NumberedAudience numbered) {
        var refused = numbered.hosts().stream()
                .filter(host -> !proposal.restrictions().allowsLinkTo(host))
                .map(HostName::toString)
                .collect(Collectors.joining(", "));
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(proposal.danger(
                        PolicyRule.ALLOWED_LINK_HOSTS,
                        "message",
                        "the policy does not allow links to " + refused + ", where the template leads",
                        "use a template and files that lead to one of `allowed_link_hosts`"));
    }

    private static Optional<Diagnostic> added(GuardInput proposal, NumberedAudience numbered) {
        var links = numbered.tally().refusedLinks();
        return links.people() == 0
                ? Optional.empty()
                : Optional.of(proposal.danger(
                        PolicyRule.ALLOWED_LINK_HOSTS,
                        "message",
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d people have a value that adds a link, such as to %s; the policy does not allow it",
                                links.people(),
                                numbered.tally().people(),
                                links.example()),
                        "correct the values of these contacts in SeaX, or exclude these people by a label"));
    }
}
