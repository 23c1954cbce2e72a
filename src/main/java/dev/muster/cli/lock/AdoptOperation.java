package dev.muster.cli.lock;

import dev.muster.cli.command.CommandContext;
import dev.muster.cli.command.KnownKeys;
import dev.muster.cli.env.ExitCode;
import dev.muster.cli.env.WorkspaceClient;
import dev.muster.cli.record.LockDurabilityCheck;
import dev.muster.definition.Definitions;
import dev.muster.diagnostic.UsageException;
import dev.muster.diff.Waves;
import dev.muster.doubt.DefinedCampaign;
import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.SendState;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Marker;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.project.Fingerprint;
import dev.muster.model.project.WorkspaceSettings;
import dev.muster.resolve.WorkspaceNames;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a campaign that SeaX has into the lock: found by its marker, or named by a person who knows. One that is not as the
 * definition asks may be another team's, so it is taken only with a person's reason. Sends nothing.
 */
record AdoptOperation(
        CommandContext session, WorkspaceSettings settings, WorkspaceClient connection, Definitions definitions) {

    /**
     * Adopts the generation, or the wave, that would be sent next.
     *
     * @param id its id on SeaX, where the marker does not find it
     * @param accepted why it is this campaign whatever differs; empty accepts no difference
     */
    ExitCode adopt(CampaignKey key, Optional<RemoteId> id, Optional<String> accepted) {
        var store = session.lockStore(settings, connection);
        var lock = store.look().orRefuse();
        var campaign = campaign(key, lock);
        lock.ifPresent(known -> requireNew(known, campaign));
        var marker = Marker.of(session.identity(settings).workspaceId(), campaign.identity());
        var remote = id.isPresent() ? named(id.get()) : byMarker(marker);
        var objections = objections(campaign, marker, remote);
        var absence = new LockDurabilityCheck(session, settings).absence(lock);
        if (absence.isPresent()) {
            session.console().error(absence.get());
            return ExitCode.REFUSED;
        }
        if (!objections.isEmpty() && accepted.isEmpty()) {
            return refuse(remote, objections, key);
        }
        var who = session.who();
        try (var run = store.begin(who)) {
            requireNew(run.lock(), campaign);
            requireFree(run.lock(), remote);
            run.record(entry(campaign, marker, remote, who, evidence(objections, accepted)));
        }
        if (remote.audience().isEmpty()) {
            session.console()
                    .complain("SeaX does not show its audience: look in SeaX whether it is that of " + key + ".");
        }
        session.console().product(campaign.identity() + " is recorded as " + remote.id() + " and will never be sent\n");
        return ExitCode.OK;
    }

    private Campaign campaign(CampaignKey key, Optional<Lock> lock) {
        return Waves.current(definitions.campaigns(), lock).stream()
                .filter(defined -> defined.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        KnownKeys.of(definitions.campaigns(), Optional.empty()).unknown(key));
    }

    private List<String> objections(Campaign campaign, Marker marker, RemoteCampaign remote) {
        var policy = definitions.project().policy();
        var names = WorkspaceNames.read(connection.workspace(), settings, policy, definitions.places());
        return DefinedCampaign.of(campaign, marker, names, settings.precautions())
                .objections(remote);
    }

    private ExitCode refuse(RemoteCampaign remote, List<String> objections, CampaignKey key) {
        objections.forEach(why -> session.console().error(remote.id() + " is not as " + key + " is defined: " + why));
        session.console()
                .complain(
                        "Nothing was changed. If others sent it, give this campaign another key. If it is this one, add"
                                + " --differs --reason …");
        return ExitCode.REFUSED;
    }

    private static String evidence(List<String> objections, Optional<String> accepted) {
        return "adopted from SeaX, created elsewhere"
                + accepted.map(reason -> ": " + reason).orElse("")
                + (objections.isEmpty() ? "" : " (accepted: " + String.join("; ", objections) + ")");
    }

    private RemoteCampaign named(RemoteId id) {
        return connection.workspace().campaign(id).orElseThrow(() -> new UsageException("SeaX has no campaign " + id));
    }

    private RemoteCampaign byMarker(Marker marker) {
        if (!connection.workspace().capabilities().campaigns()) {
            throw new UsageException("this API cannot list campaigns: give the id with --id");
        }
        var found = connection.workspace().campaigns(Instant.EPOCH).stream()
                .filter(campaign -> campaign.marker().equals(Optional.of(marker)))
                .toList();
        if (found.size() != 1) {
            throw new UsageException("SeaX lists " + found.size() + " campaigns with the marker" + marker.suffix()
                    + ": give the id with --id");
        }
        return found.get(0);
    }

    private static void requireNew(Lock lock, Campaign campaign) {
        lock.entry(campaign.identity()).ifPresent(entry -> {
            throw new UsageException(campaign.identity() + " is in the lock already, as " + SendState.of(entry));
        });
    }

    /** One campaign of SeaX is one send. */
    private static void requireFree(Lock lock, RemoteCampaign remote) {
        lock.recordedWith(remote.id()).findFirst().ifPresent(other -> {
            throw new UsageException(remote.id() + " is recorded for " + other + " already");
        });
    }

    private LockEntry entry(Campaign campaign, Marker marker, RemoteCampaign remote, RunIdentity who, String evidence) {
        var now = connection.clock().instant();
        int messages = remote.targetCount().orElse(0);
        var attempt = new Attempt(
                campaign.identity(),
                marker,
                Fingerprint.of(campaign),
                Optional.empty(),
                Optional.empty(),
                session.surroundings().ids().get(),
                who,
                remote.createdAt().orElse(now),
                remote.createdAt().orElse(now),
                new AudienceCounts(messages, messages, 0),
                Optional.empty());
        var record =
                new RemoteReference(remote.id(), remote.jobId(), Optional.of(remote.status()), remote.targetCount());
        return LockEntry.adopt(attempt, record, now, who.actor(), evidence);
    }
}
