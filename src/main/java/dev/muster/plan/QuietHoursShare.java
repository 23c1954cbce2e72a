package dev.muster.plan;

import dev.muster.model.project.QuietHours;
import dev.muster.policy.RecipientZones;
import dev.muster.resolve.Reach;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the people whom a plan would message should be left alone: the policy's quiet hours, and on how many people's clocks
 * they count. A person in two campaigns counts twice, because two messages would reach them.
 *
 * @param people by the zones that their numbers may be in, none where a number says nothing
 */
public record QuietHoursShare(QuietHours hours, Map<List<ZoneId>, Integer> people) {
    public QuietHoursShare {
        people = Map.copyOf(people);
    }

    /** Absent where the policy sets no quiet hours, or nobody was counted. */
    public static Optional<QuietHoursShare> of(Plan plan) {
        return plan.policy()
                .restrictions()
                .quietHours()
                .map(hours -> new QuietHoursShare(hours, people(plan)))
                .filter(nights -> !nights.people().isEmpty());
    }

    private static Map<List<ZoneId>, Integer> people(Plan plan) {
        var whereabouts = new RecipientZones();
        var unknownNumbers = plan.policy().restrictions().unknownNumbers();
        var people = new HashMap<List<ZoneId>, Integer>();
        plan.changes().stream()
                .flatMap(change -> change.resolved().stream())
                .map(resolved -> resolved.reach())
                .filter(Reach.Known.class::isInstance)
                .map(reach -> whereabouts.zones(((Reach.Known) reach).funnel().roster(), unknownNumbers))
                .forEach(found -> found.forEach((zones, count) -> people.merge(zones, count, Integer::sum)));
        return people;
    }

    /** How many people are counted in all. */
    public int total() {
        return people.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For what share of the people a moment is, or may be, in their quiet hours; from 0 to 1. */
    public double shareAt(Instant moment) {
        boolean somewhere = people.keySet().stream().flatMap(List::stream).anyMatch(zone -> isQuiet(moment, zone));
        int quiet = people.entrySet().stream()
                .filter(place -> place.getKey().isEmpty()
                        ? somewhere
                        : place.getKey().stream().anyMatch(zone -> isQuiet(moment, zone)))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return (double) quiet / total();
    }

    private boolean isQuiet(Instant moment, ZoneId zone) {
        return hours.cover(LocalTime.ofInstant(moment, zone));
    }
}
