package dev.muster.policy;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.model.QuietHours;
import dev.muster.resolve.Reach;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRulesProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A message at night wakes people, and in places breaks the law: {@code policy.quiet_hours}, on each person's own clock. A
 * number that may be in several zones must fit them all; one that says nothing must fit every zone of the others, or every
 * zone there is.
 */
final class QuietHoursKept implements Guard {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm 'on' uuuu-MM-dd", Locale.ROOT);

    /** People who would be messaged in their quiet hours; {@code certain} where that is so in all their zones. */
    private record Disturbed(Instant first, ZoneId zone, int people, boolean certain) {}

    @Override
    public Optional<Diagnostic> check(Proposal proposal) {
        return proposal.restrictions().quietHours().flatMap(hours -> check(proposal, hours));
    }

    private static Optional<Diagnostic> check(Proposal proposal, QuietHours hours) {
        var places = places(proposal);
        var seen = seen(places);
        var disturbed = places.entrySet().stream()
                .flatMap(place -> disturbed(
                        proposal,
                        hours,
                        place.getKey().zones().isEmpty() ? seen : place.getKey().zones(),
                        place.getValue())
                        .stream())
                .sorted(Comparator.comparing(Disturbed::first)
                        .thenComparing(
                                Comparator.comparingInt(Disturbed::people).reversed())
                        .thenComparing(one -> one.zone().getId()))
                .toList();
        return disturbed.isEmpty() ? Optional.empty() : Optional.of(finding(proposal, hours, disturbed));
    }

    /** Of people whom nobody can list, nothing is known but how many there may be. */
    private static Map<Locality, Integer> places(Proposal proposal) {
        return proposal.resolved().reach() instanceof Reach.Known known
                ? proposal.whereabouts().of(known.funnel().roster())
                : Map.of(Locality.UNKNOWN, proposal.resolved().reach().messages());
    }

    private static List<ZoneId> seen(Map<Locality, Integer> places) {
        var seen = places.keySet().stream()
                .flatMap(place -> place.zones().stream())
                .distinct()
                .toList();
        return seen.isEmpty()
                ? ZoneRulesProvider.getAvailableZoneIds().stream()
                        .sorted()
                        .map(ZoneId::of)
                        .toList()
                : seen;
    }

    private static Optional<Disturbed> disturbed(Proposal proposal, QuietHours hours, List<ZoneId> zones, int people) {
        var moments = zones.stream()
                .flatMap(zone ->
                        hours
                                .firstIn(proposal.start(), proposal.end(), zone)
                                .map(first -> Map.entry(first, zone))
                                .stream())
                .toList();
        return moments.stream()
                .min(Map.Entry.<Instant, ZoneId>comparingByKey()
                        .thenComparing(moment -> moment.getValue().getId()))
                .map(moment ->
                        new Disturbed(moment.getKey(), moment.getValue(), people, moments.size() == zones.size()));
    }

    private static Diagnostic finding(Proposal proposal, QuietHours hours, List<Disturbed> disturbed) {
        var first = disturbed.get(0);
        var message = String.format(
                Locale.ROOT,
                "%s of %,d people would be messaged in their quiet hours, %s to %s; first in %s at %s%s",
                count(disturbed.stream()),
                proposal.known()
                        .map(Reach.Known::people)
                        .orElse(proposal.resolved().reach().messages()),
                hours.from(),
                hours.to(),
                first.zone().getId(),
                WHEN.format(first.first().atZone(first.zone())),
                uncertain(disturbed));
        return proposal.danger(
                "policy/quiet-hours",
                "schedule",
                message,
                "move the schedule, split the audience by country, or acknowledge policy/quiet-hours with a reason;"
                        + " a number only hints at where a person is");
    }

    private static String uncertain(List<Disturbed> disturbed) {
        var count = count(disturbed.stream().filter(place -> !place.certain()));
        return count.equals("0") ? "" : "; for " + count + " only in some of the zones that their number may be in";
    }

    private static String count(Stream<Disturbed> disturbed) {
        return String.format(
                Locale.ROOT, "%,d", disturbed.mapToInt(Disturbed::people).sum());
    }
}
