package dev.muster.resolve;

import dev.muster.model.project.DriftLimit;

/**
 * By how much two counts of people may differ that were made one after the other. In a workspace that was not seen to move, by
 * nothing: then the counts have different meanings.
 */
record CountTolerance(PeopleReading reading, DriftLimit drift) {
    /** How many of so many. */
    int people(int counted) {
        return reading.hasMoved() ? reading.movement().contacts() + drift.joiners(counted) : 0;
    }

    /** How many contacts SeaX has and does not list, if more than may have come while they were read. */
    int missing() {
        int missing = reading.movement().missing();
        return missing > (reading.hasMoved() ? drift.people() : 0) ? missing : 0;
    }
}
