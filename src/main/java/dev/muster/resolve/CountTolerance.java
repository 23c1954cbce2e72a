package dev.muster.resolve;

import dev.muster.model.project.DriftLimit;

/**
 * By how much two counts of people may differ that were made one after the other. In a workspace that was not seen to move, by
 * nothing: then the counts have different meanings.
 */
record CountTolerance(Movement movement, DriftLimit drift) {
    /** How many of so many. */
    int people(int counted) {
        return movement.changes() == 0 ? 0 : movement.contacts() + drift.joiners(counted);
    }
}
