package dev.muster.cli.plan;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.record.ApprovedAudienceStore;
import dev.muster.lock.Lock;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.plan.Action;
import dev.muster.plan.Plan;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What this machine kept of its own sends, held against the lock. Where the one tells of an intent that the other does not
 * have, also not as it stands now, the lock was deleted or put back, and the campaign was perhaps sent.
 */
public record SendEvidence(
        CommandContext session,
        WorkspaceSettings settings,
        ApprovedAudienceStore rosters,
        Optional<Lock> lock,
        Supplier<Optional<Lock>> now) {
    public static SendEvidence of(CommandContext session, PreparedPlan planning) {
        var rosters = ApprovedAudienceStore.of(
                session.campaigns(),
                planning.settings().name(),
                planning.gauge().hash());
        var store = planning.store();
        return new SendEvidence(session, planning.settings(), rosters, planning.lock(), store::load);
    }

    /** Why this plan must not be sent, if it must not. */
    public Optional<String> against(Plan plan) {
        return plan.creates().stream()
                .flatMap(Action.Create::identities)
                .filter(this::isForgotten)
                .findFirst()
                .map(identity -> isBegunMeanwhile(identity) ? meanwhile(identity) : refusal(identity));
    }

    /** The intent is durable before there is a witness, so another run's intent is in the lock as it stands now. */
    private boolean isBegunMeanwhile(CampaignIdentity identity) {
        return now.get().flatMap(record -> record.entry(identity)).isPresent();
    }

    private static String meanwhile(CampaignIdentity identity) {
        return "another run began to send " + identity
                + " after this plan was made. It may still be sending. Wait until it"
                + " has ended, then run `muster plan`.";
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
