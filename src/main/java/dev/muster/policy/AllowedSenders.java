package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.Phone;
import dev.muster.model.SenderName;
import dev.muster.resolve.SenderIndex;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People know a business by its number; a test line or another team's must not write to them: {@code policy.allowed_senders}. */
final class AllowedSenders implements MessageGuard {
    @Override
    public Stream<Diagnostic> check(MessageProposal proposal) {
        var allowed = proposal.restrictions().allowedSenders();
        var others = proposal.senders().stream()
                .filter(phone -> !allowed.isEmpty() && !isAmong(allowed, phone))
                .toList();
        return others.isEmpty() ? Stream.empty() : Stream.of(notAllowed(proposal, others));
    }

    private static boolean isAmong(List<SenderName> allowed, Phone phone) {
        return allowed.stream().anyMatch(sender -> SenderIndex.isCalled(phone, sender));
    }

    private static Diagnostic notAllowed(MessageProposal proposal, List<Phone> others) {
        var names = others.stream()
                .map(phone -> "\"" + phone.name() + "\" " + phone.number())
                .collect(Collectors.joining(", "));
        return proposal.danger(
                PolicyRule.ALLOWED_SENDERS,
                "senders",
                "the policy does not allow to send from " + names,
                "use one of `allowed_senders`");
    }
}
