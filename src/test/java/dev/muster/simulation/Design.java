package dev.muster.simulation;

import dev.muster.apply.CampaignSender;
import dev.muster.apply.ReceiptLabels;
import dev.muster.lock.LockStore;
import dev.muster.model.Campaign;
import dev.muster.model.project.Policy;
import dev.muster.resolve.Workspace;
import java.time.Clock;

/** The parts around the program that a design decides on. The default of each is Muster's own. */
interface Design {
    /** The design of this program. */
    Design MUSTER = new Design() {};

    default CampaignSender sender(CampaignSender sender) {
        return sender;
    }

    default ReceiptLabels receipts(ReceiptLabels labels) {
        return labels;
    }

    default LockStore store(LockStore store) {
        return store;
    }

    default SharedRecord record(SharedRecord record) {
        return record;
    }

    default Clock clock(Clock wall, SimulatedTime time) {
        return wall;
    }

    /** Whether a disk that is asked to sync does. */
    default boolean syncs() {
        return true;
    }

    default boolean diskDiesWithProcess() {
        return false;
    }

    /** Whether a record is kept at all; where none is, only what people get can be judged. */
    default boolean remembers() {
        return true;
    }

    /** What is done about open sends before a plan is made. */
    default void reconcile(LockStore store, World world, Clock clock) {}

    default Policy policy(Policy policy) {
        return policy;
    }

    default Campaign campaign(Campaign campaign) {
        return campaign;
    }

    default Workspace workspace(Workspace workspace) {
        return workspace;
    }

    /** What SeaX holds besides. */
    default void prepare(SimulatedSeax seax) {}
}
