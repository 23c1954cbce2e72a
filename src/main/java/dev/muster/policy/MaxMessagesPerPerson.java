package dev.muster.policy;

import dev.muster.audience.OverLimit;
import dev.muster.audience.Roster;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.model.project.Restrictions.Frequency;
import dev.muster.resolve.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * People who are messaged too often block the business, and WhatsApp counts that: {@code policy.max_messages_per_person}.
 * Judged campaign by campaign in the order of their starts, so it is the campaign too many that is held back, not the first.
 * An earlier send whose people are not known any more may have gone to anybody: it counts for as many as it reached.
 */
public final class MaxMessagesPerPerson {
    private MaxMessagesPerPerson() {}

    /** What is said of a campaign, given everything else that goes or went out. */
    public static Optional<Diagnostic> check(GuardInput proposal, List<EarlierOrPlannedSend> others) {
        return proposal.restrictions().maxMessagesPerPerson().flatMap(cap -> check(proposal, cap, others));
    }

    private static Optional<Diagnostic> check(GuardInput proposal, Frequency cap, List<EarlierOrPlannedSend> others) {
        if (!(proposal.resolved().reach() instanceof Reach.Known known)) {
            return Optional.of(
                    danger(proposal, "who is reached is not known, so messages per person cannot be counted", cap));
        }
        return spans(proposal.start(), cap.within(), others)
                .map(near -> new Span(known.funnel().roster(), near, cap.count()))
                .max(Comparator.comparingInt(Span::certain).thenComparingInt(Span::possible))
                .filter(span -> span.possible() > 0)
                .map(span -> danger(proposal, span.words(), cap));
    }

    /** What else goes out in each span that holds the start and begins with a message: in another, people get no more. */
    private static Stream<List<EarlierOrPlannedSend>> spans(
            Instant start, Duration within, List<EarlierOrPlannedSend> others) {
        return Stream.concat(Stream.of(start), others.stream().map(EarlierOrPlannedSend::at))
                .filter(first -> !first.isAfter(start) && first.plus(within).isAfter(start))
                .distinct()
                .map(first -> others.stream()
                        .filter(other ->
                                !other.at().isBefore(first) && other.at().isBefore(first.plus(within)))
                        .sorted(Comparator.comparing(EarlierOrPlannedSend::key))
                        .toList());
    }

    /** A roster and what else its people get within the span of the policy. */
    private record Span(Roster roster, List<EarlierOrPlannedSend> near, int cap, OverLimit over, int possible) {
        Span(Roster roster, List<EarlierOrPlannedSend> near, int cap) {
            this(roster, near, cap, surfeit(roster, near, cap), possible(roster, near, cap));
        }

        private static OverLimit surfeit(Roster roster, List<EarlierOrPlannedSend> near, int most) {
            var known = near.stream().flatMap(other -> other.roster().stream()).toList();
            return OverLimit.over(most, roster, known);
        }

        /** How many may get too many: whoever is one message short, as long as there are people left who got it. */
        private static int possible(Roster roster, List<EarlierOrPlannedSend> near, int cap) {
            int certain = surfeit(roster, near, cap).people();
            int unknown = (int) uncounted(near).count();
            int close = surfeit(roster, near, cap - unknown).people() - certain;
            return certain + Math.min(close, reached(near));
        }

        private static int reached(List<EarlierOrPlannedSend> near) {
            return uncounted(near).anyMatch(other -> other.people() == 0)
                    ? Integer.MAX_VALUE
                    : uncounted(near).mapToInt(EarlierOrPlannedSend::people).sum();
        }

        private static Stream<EarlierOrPlannedSend> uncounted(List<EarlierOrPlannedSend> near) {
            return near.stream().filter(other -> other.roster().isEmpty());
        }

        int certain() {
            return over.people();
        }

        String words() {
            var count = String.format(
                    Locale.ROOT,
                    "%s%,d of %,d people would be messaged too often",
                    possible > certain() ? "up to " : "",
                    possible,
                    roster.people());
            var why = Stream.concat(
                            near.stream().flatMap(this::also), uncounted(near).map(Span::unknown))
                    .collect(Collectors.joining(", "));
            return why.isEmpty() ? count : count + ": " + why;
        }

        private Stream<String> also(EarlierOrPlannedSend other) {
            return other.roster().map(over::in).filter(people -> people > 0).stream()
                    .map(people -> String.format(
                            Locale.ROOT, "%,d also %s %s", people, people == 1 ? "gets" : "get", other.named()));
        }

        private static String unknown(EarlierOrPlannedSend other) {
            var whom = other.people() == 0 ? "whom" : String.format(Locale.ROOT, "which %,d people", other.people());
            return whom + " " + other.named() + " reached is not known any more";
        }
    }

    private static Diagnostic danger(GuardInput proposal, String found, Frequency cap) {
        var allowed = String.format(Locale.ROOT, "; the policy allows %,d within %s", cap.count(), words(cap.within()));
        return proposal.danger(
                PolicyRule.MAX_MESSAGES_PER_PERSON,
                "audience",
                found + allowed,
                "move or merge the campaigns, exclude who gets the other one, or acknowledge "
                        + PolicyRule.MAX_MESSAGES_PER_PERSON.id() + " with a reason");
    }

    private static String words(Duration span) {
        long days = span.toDays();
        return Duration.ofDays(days).equals(span) ? days + (days == 1 ? " day" : " days") : span.toString();
    }
}
