package dev.muster.simulation;

import java.util.List;

/**
 * How large a schedule may become: over a record that machines share, or over files; with a workspace that lists campaigns,
 * or without; so many actors, campaigns, runs of each actor, crashes, faults, pauses, and changes of the actor.
 */
record Setup(
        boolean shared,
        boolean lists,
        int actors,
        int campaigns,
        int runs,
        int crashes,
        int faults,
        int pauses,
        int passes,
        List<Reaction> reactions) {
    /** One campaign over three runs, with every crash and fault that fits. */
    static Setup small(boolean shared, boolean lists, int crashes, int faults, List<Reaction> reactions) {
        return new Setup(shared, lists, 1, 1, 3, crashes, faults, 0, 0, reactions);
    }

    /** Two appliers that meet, three campaigns, and everything else that may happen on the way. */
    static Setup large(boolean shared, boolean lists) {
        return new Setup(shared, lists, 2, 3, 6, 3, 4, 4, 1000, Reaction.ALL);
    }

    @Override
    public String toString() {
        return (shared ? "shared record" : "files") + (lists ? ", with list" : ", no list");
    }
}
