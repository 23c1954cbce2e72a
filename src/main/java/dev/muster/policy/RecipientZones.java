package dev.muster.policy;

import dev.muster.audience.PropertyIndex;
import dev.muster.audience.Roster;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the people of one plan may be, by their numbers. The tables are read when the first guard asks, and each number is
 * looked up once, however many campaigns there are. Several threads may ask.
 */
public final class RecipientZones {
    private Optional<PropertyIndex<NumberRegion>> spread = Optional.empty();

    /** Loads the tables, which would else be loaded when the first guard asks. */
    public static void prepare() {
        new NumberRegions().of("+12125550100");
    }

    /** How many people of the roster may be where; all rosters must be of the same contacts. */
    Map<NumberRegion, Integer> of(Roster roster) {
        return around(roster).of(roster);
    }

    /** The same, with this zone for numbers that do not say theirs. */
    Map<NumberRegion, Integer> of(Roster roster, Optional<ZoneId> unknownNumbers) {
        var people = new HashMap<NumberRegion, Integer>();
        of(roster).forEach((place, count) -> people.merge(place.orElse(unknownNumbers), count, Integer::sum));
        return people;
    }

    private synchronized PropertyIndex<NumberRegion> around(Roster roster) {
        var known = spread.orElseGet(() -> PropertyIndex.around(roster, new NumberRegions()::of));
        spread = Optional.of(known);
        return known;
    }

    /**
     * How many people of the roster may be in which zones; no zone where their numbers say nothing and no zone is given for
     * those.
     */
    public Map<List<ZoneId>, Integer> zones(Roster roster, Optional<ZoneId> unknownNumbers) {
        var people = new HashMap<List<ZoneId>, Integer>();
        of(roster, unknownNumbers).forEach((place, count) -> people.merge(place.zones(), count, Integer::sum));
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
