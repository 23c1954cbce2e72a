package dev.muster.simulation;

import java.util.List;
import java.util.stream.Stream;

/**
 * How large a schedule may become: over a record that machines share, or over files; with a workspace that lists campaigns,
 * or without; with receipt labels, or without; so many actors, campaigns, runs of each actor, crashes, faults, pauses, and
 * changes of the actor.
 */
record Setup(
        boolean shared,
        boolean lists,
        boolean receipts,
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
        return new Setup(shared, lists, false, 1, 1, 3, crashes, faults, 0, 0, reactions);
    }

    /** Two appliers that meet, three campaigns, and everything else that may happen on the way. */
    static Setup large(boolean shared, boolean lists) {
        return new Setup(shared, lists, false, 2, 3, 6, 3, 4, 4, 1000, Reaction.ALL);
    }

    /** One applier that runs on files every day, and something goes wrong on about every third. */
    static Setup daily(int days, boolean lists) {
        return new Setup(false, lists, false, 1, 0, days, days / 12, days / 6, days / 18, 0, Reaction.ALL);
    }

    /** The same with receipt labels, and with a gateway that may repeat a post later. */
    Setup withReceipts() {
        var all = Stream.concat(reactions.stream(), Reaction.REPEATED.stream()).toList();
        return new Setup(shared, lists, true, actors, campaigns, runs, crashes, faults, pauses, passes, all);
    }

    @Override
    public String toString() {
        return (shared ? "shared record" : "files")
                + (lists ? ", with list" : ", no list")
                + (receipts ? ", receipt labels" : "");
    }
}
