package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.lock.LockEntry;
import dev.muster.model.project.Fingerprint;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An audience that suddenly is much larger than at its last send was rarely meant to be: {@code policy.max_growth}. Two
 * audiences are the same when they are written with the same labels and contacts.
 */
final class MaxGrowth implements Guard {
    @Override
    public Optional<Diagnostic> check(GuardInput proposal) {
        OptionalDouble limit = proposal.restrictions().maxGrowth();
        if (limit.isEmpty() || proposal.known().isEmpty()) {
            return Optional.empty();
        }
        int people = proposal.known().get().people();
        return lastSend(proposal)
                .filter(last -> people > (1 + limit.getAsDouble()) * peopleOf(last))
                .map(last -> grown(proposal, last, people, limit.getAsDouble()));
    }

    private static Optional<LockEntry> lastSend(GuardInput proposal) {
        var audience = Fingerprint.of(proposal.campaign()).parts().get(Fingerprint.AUDIENCE);
        return proposal.lock().stream()
                .flatMap(lock -> lock.entries().values().stream())
                .filter(LockEntry.Confirmed.class::isInstance)
                .filter(entry -> entry.attempt()
                        .fingerprint()
                        .parts()
                        .getOrDefault(
                                Fingerprint.AUDIENCE,
                                entry.attempt().fingerprint().whole())
                        .equals(audience))
                // an adopted campaign was never counted
                .filter(entry -> peopleOf(entry) > 0)
                .max(Comparator.comparing((LockEntry entry) -> entry.attempt().at())
                        .thenComparing(LockEntry::identity));
    }

    private static int peopleOf(LockEntry entry) {
        return entry.attempt().audience().people();
    }

    private static Diagnostic grown(GuardInput proposal, LockEntry last, int people, double limit) {
        int before = peopleOf(last);
        var message = String.format(
                Locale.ROOT,
                "reaches %,d people, %.1f %% more than the %,d of %s, the last send to this audience; the policy allows"
                        + " %.0f %%",
                people,
                100.0 * (people - before) / before,
                before,
                last.identity().key(),
                100 * limit);
        return proposal.danger(
                PolicyRule.MAX_GROWTH,
                "audience",
                message,
                "find out who joined and why, or acknowledge policy/max-growth with a reason");
    }
}
