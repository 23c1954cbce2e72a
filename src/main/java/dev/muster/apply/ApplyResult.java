package dev.muster.apply;

import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteId;
import java.util.List;

/** What really happened to one campaign of an approved plan, as opposed to what was planned. */
public sealed interface ApplyResult {
    CampaignIdentity identity();

    /** SeaX has it. {@code messages} is what SeaX said it would send, or what was approved where it said nothing. */
    record Sent(CampaignIdentity identity, RemoteId id, int messages, List<String> anomalies) implements ApplyResult {
        public Sent {
            anomalies = List.copyOf(anomalies);
        }
    }

    /** Proved not sent; recorded. {@code stopsRun} when the next campaign would be refused likewise. */
    record Refused(CampaignIdentity identity, String reason, boolean stopsRun) implements ApplyResult {}

    /** Nobody knows; recorded. */
    record InDoubt(CampaignIdentity identity, String reason) implements ApplyResult {}

    /**
     * The outcome could not be recorded. The lock still says intent, so nothing repeats the send; {@code entry} is what it
     * should have taken, and {@code recovery} a command that tells it by hand.
     */
    record NotRecorded(LockEntry entry, String outcome, String recovery) implements ApplyResult {
        @Override
        public CampaignIdentity identity() {
            return entry.identity();
        }
    }

    /** Recorded as not sent: nobody was left to message. */
    record NobodyLeft(CampaignIdentity identity, String why) implements ApplyResult {}

    /** Not attempted, because the run stopped before it. */
    record NotTried(CampaignIdentity identity, String why) implements ApplyResult {}
}
