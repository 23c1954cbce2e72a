package dev.muster.policy;

import dev.muster.audience.MessagesPerPerson;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.CampaignKey;
import dev.muster.model.Restrictions.Frequency;
import dev.muster.resolve.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * People who are messaged too often block the business, and WhatsApp counts that: {@code policy.max_messages_per_person}.
 * Judged campaign by campaign in the order of their starts, so it is the campaign too many that is held back, not the first.
 */
public final class MaxMessagesPerPerson {
    private static final String RULE = "policy/max-messages-per-person";

    private MaxMessagesPerPerson() {}

    /** What is said of a campaign, given everything else that goes or went out. */
    public static Optional<Diagnostic> check(Proposal proposal, List<OtherSend> others) {
        return proposal.restrictions().maxMessagesPerPerson().flatMap(cap -> check(proposal, cap, others));
    }

    private static Optional<Diagnostic> check(Proposal proposal, Frequency cap, List<OtherSend> others) {
        if (!(proposal.resolved().reach() instanceof Reach.Known known)) {
            return Optional.of(danger(proposal, "who is reached is not known, so nobody knows how often", cap));
        }
        var near = others.stream()
                .filter(other -> isNear(other.at(), proposal.start(), cap.within()))
                .toList();
        var messages = MessagesPerPerson.of(
                List.of(known.funnel().roster()),
                near.stream().map(OtherSend::roster).toList());
        int over = messages.over(cap.count());
        return over == 0 ? Optional.empty() : Optional.of(danger(proposal, tooOften(over, known, near), cap));
    }

    private static boolean isNear(Instant other, Instant start, Duration within) {
        return Duration.between(other, start).abs().compareTo(within) < 0;
    }

    private static String tooOften(int over, Reach.Known known, List<OtherSend> near) {
        var keys = near.stream().map(OtherSend::key).sorted().map(CampaignKey::value);
        var from = near.isEmpty() ? "" : " (also from " + keys.collect(Collectors.joining(", ")) + ")";
        return String.format(
                Locale.ROOT, "%,d of %,d people would be messaged too often%s", over, known.people(), from);
    }

    private static Diagnostic danger(Proposal proposal, String found, Frequency cap) {
        var allowed = String.format(Locale.ROOT, "; the policy allows %,d within %s", cap.count(), words(cap.within()));
        return proposal.danger(
                RULE,
                "audience",
                found + allowed,
                "move or merge the campaigns, exclude who gets the other one, or acknowledge " + RULE
                        + " with a reason");
    }

    private static String words(Duration span) {
        long days = span.toDays();
        return Duration.ofDays(days).equals(span) ? days + (days == 1 ? " day" : " days") : span.toString();
    }
}
