package dev.muster.cli;

import dev.muster.lock.Lock;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.WorkspaceSettings;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import java.util.Optional;

/**
 * What this machine kept of its own sends, held against the lock. Where the one tells of an intent that the other does not
 * have, the lock was deleted or put back, and the campaign was perhaps sent.
 */
record SendEvidence(Session session, WorkspaceSettings settings, Rosters rosters, Optional<Lock> lock) {
    static SendEvidence of(Session session, Planning planning) {
        var rosters = Rosters.of(
                session.campaigns(),
                planning.settings().name(),
                planning.gauge().hash());
        return new SendEvidence(session, planning.settings(), rosters, planning.lock());
    }

    /** Why this plan must not be sent, if it must not. */
    Optional<String> against(Plan plan) {
        return plan.creates().stream()
                .map(Action.Create::request)
                .map(request -> request.identity())
                .filter(this::isForgotten)
                .findFirst()
                .map(this::refusal);
    }

    private boolean isForgotten(CampaignIdentity identity) {
        return rosters.isWitness(identity)
                && lock.flatMap(record -> record.entry(identity)).isEmpty();
    }

    private String refusal(CampaignIdentity identity) {
        var file = session.campaigns().relativize(rosters.file(identity));
        return identity + " was begun on this machine before, and the lock has no entry for it. "
                + session.campaignsAsTyped().resolve(file) + " shows that.\nThe lock was deleted or put back, and this"
                + " campaign was perhaps sent. Put the newest lock back. " + otherwise(identity);
    }

    private String otherwise(CampaignIdentity identity) {
        return settings.host() instanceof WorkspaceSettings.Sandbox
                ? "To start over in the sandbox: `muster sandbox reset`."
                : "If it is lost, look for the campaign on SeaX. If it is there, record it with `muster lock adopt "
                        + identity.key() + "`. If it was surely not sent, delete that file.";
    }
}
