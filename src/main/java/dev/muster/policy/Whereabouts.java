package dev.muster.policy;

import dev.muster.audience.Roster;
import dev.muster.audience.Spread;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the people of one plan may be, by their numbers. The tables are read when the first guard asks, and each number is
 * looked up once, however many campaigns there are. Several threads may ask.
 */
public final class Whereabouts {
    private Optional<Spread<Locality>> spread = Optional.empty();

    /** How many people of the roster may be where; all rosters must be of the same contacts. */
    Map<Locality, Integer> of(Roster roster) {
        return around(roster).of(roster);
    }

    private synchronized Spread<Locality> around(Roster roster) {
        var known = spread.orElseGet(() -> Spread.around(roster, new NumberPlan()::of));
        spread = Optional.of(known);
        return known;
    }

    /** How many people of the roster may be in which zones; no zone where their numbers say nothing. */
    public Map<List<ZoneId>, Integer> zones(Roster roster) {
        var people = new HashMap<List<ZoneId>, Integer>();
        of(roster).forEach((place, count) -> people.merge(place.zones(), count, Integer::sum));
        return people;
    }

    /** How many people of the roster have a number with an area code of the United States. */
    int inUnitedStates(Roster roster) {
        return of(roster).entrySet().stream()
                .filter(place -> place.getKey().unitedStates())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
