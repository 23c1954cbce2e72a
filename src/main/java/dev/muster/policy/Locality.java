package dev.muster.policy;

import java.time.ZoneId;
import java.util.List;

/**
 * Where a number may be at home: the time zones it may be in, in order, none where its number says nothing; and whether it
 * has an area code of the United States. A number is a hint: its owner may have moved, or be on a journey.
 */
record Locality(List<ZoneId> zones, boolean unitedStates) {
    static final Locality UNKNOWN = new Locality(List.of(), false);

    Locality {
        zones = List.copyOf(zones);
    }
}
