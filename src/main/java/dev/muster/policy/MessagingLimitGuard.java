package dev.muster.policy;

import dev.muster.audience.Overlap;
import dev.muster.audience.Roster;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.diagnostic.PolicyRule;
import dev.muster.diagnostic.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WhatsApp lets a business message so many people in 24 hours and drops the rest, which looks like a send that failed for
 * reasons nobody finds: {@code policy.messaging_limit}. Campaigns that were sent before count in full, since nobody keeps
 * who got them.
 */
public final class MessagingLimitGuard {
    private static final double NEAR = 0.8;

    private MessagingLimitGuard() {}

    /** People messaged at a moment; who they are is known for campaigns of a plan only. */
    public record Batch(Instant at, int people, Optional<Roster> roster) {}

    /** The busiest span that holds something planned. */
    private record Span(int planned, int before) {
        int people() {
            return planned + before;
        }
    }

    /** What is said of a plan, after what was sent before it. */
    public static List<Diagnostic> check(List<Batch> planned, List<Batch> before, int limit, Place place) {
        var rules = WhatsappRules.published();
        return Stream.concat(
                        Stream.of(unknownLimit(rules, limit, place)),
                        Stream.of(exceeded(rules, planned, before, limit, place)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Diagnostic> unknownLimit(WhatsappRules rules, int limit, Place place) {
        return rules.messagingLimits().contains(limit)
                ? Optional.empty()
                : Optional.of(PolicyRule.MESSAGING_LIMIT_UNKNOWN.at(
                        place,
                        String.format(
                                Locale.ROOT,
                                "%,d is none of the limits that WhatsApp had on %s",
                                limit,
                                rules.limits().asOf())));
    }

    private static Optional<Diagnostic> exceeded(
            WhatsappRules rules, List<Batch> planned, List<Batch> before, int limit, Place place) {
        return Stream.concat(planned.stream(), before.stream())
                .map(last -> span(rules, planned, before, last.at()))
                .filter(span -> span.planned() > 0 && span.people() > NEAR * limit)
                .max(Comparator.comparingInt(Span::people))
                .map(span -> finding(span, limit, place));
    }

    private static Span span(WhatsappRules rules, List<Batch> planned, List<Batch> before, Instant end) {
        var start = end.minus(rules.span());
        var own = planned.stream().filter(batch -> isInside(batch, start, end)).toList();
        var earlier = before.stream().filter(batch -> isInside(batch, start, end));
        return new Span(people(own), earlier.mapToInt(Batch::people).sum());
    }

    private static boolean isInside(Batch batch, Instant start, Instant end) {
        return batch.at().isAfter(start) && !batch.at().isAfter(end);
    }

    /** Different people, as far as they are known; the others could be anybody. */
    private static int people(List<Batch> batches) {
        var known = batches.stream().flatMap(batch -> batch.roster().stream()).toList();
        var unknown = batches.stream()
                .filter(batch -> batch.roster().isEmpty())
                .mapToInt(Batch::people)
                .sum();
        return Overlap.of(known).people() + unknown;
    }

    private static Diagnostic finding(Span span, int limit, Place place) {
        var message = String.format(
                Locale.ROOT,
                "%s would be messaged within 24 hours; WhatsApp lets this business message %,d",
                people(span),
                limit);
        return PolicyRule.MESSAGING_LIMIT.at(span.people() > limit ? Severity.ERROR : Severity.WARNING, place, message);
    }

    private static String people(Span span) {
        return span.before() == 0
                ? String.format(Locale.ROOT, "%,d people", span.people())
                : String.format(
                        Locale.ROOT, "up to %,d people, %,d of them by earlier sends,", span.people(), span.before());
    }
}
