package dev.muster.lock;

import dev.muster.model.CampaignIdentity;

/** One durable step of a run, as the journal keeps it. */
sealed interface Step {
    CampaignIdentity identity();

    /** An entry took a new state. */
    record Recorded(LockEntry entry) implements Step {
        @Override
        public CampaignIdentity identity() {
            return entry.identity();
        }
    }

    /** SeaX answered. */
    record Witnessed(CampaignIdentity identity, String answer) implements Step {}
}
