package dev.muster.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where a number may be at home: the time zones it may be in, in order, none where its number says nothing; and whether it
 * has an area code of the United States. A number is a hint: its owner may have moved, or be on a journey.
 */
record NumberRegion(List<ZoneId> zones, boolean unitedStates, Precision precision) {
    static final NumberRegion UNKNOWN = new NumberRegion(List.of(), false, Precision.NOTHING);

    NumberRegion {
        zones = List.copyOf(zones);
    }

    /** How closely a number says in which of its calling code's zones it is. */
    enum Precision {
        /** The number is bound to a place, or all of its country has one clock. */
        PLACE,
        /** The number exists, and may be anywhere in its country. */
        COUNTRY,
        /** No numbering plan knows the number. */
        NOTHING
    }

    /**
     * The same, where numbers that do not say their zone are taken to be in this one. A number that exists stays in its own
     * country.
     */
    NumberRegion orElse(Optional<ZoneId> zone) {
        return zone.filter(this::leavesOpen)
                .map(one -> new NumberRegion(List.of(one), unitedStates, Precision.PLACE))
                .orElse(this);
    }

    private boolean leavesOpen(ZoneId zone) {
        return switch (precision) {
            case PLACE -> false;
            case COUNTRY -> zones.stream().anyMatch(one -> one.getRules().equals(zone.getRules()));
            case NOTHING -> true;
        };
    }
}
