package dev.muster.cli;

import dev.muster.definition.Definitions;
import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Remote;
import dev.muster.lock.RunIdentity;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignKey;
import dev.muster.model.Fingerprint;
import dev.muster.model.Marker;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.WorkspaceSettings;
import java.time.Instant;
import java.util.Optional;

/** Takes a campaign that SeaX has into the lock: found by its marker, or named by a person who knows. Sends nothing. */
record Adoption(Session session, WorkspaceSettings settings, Connection connection, Definitions definitions) {

    ExitCode adopt(CampaignKey key, Optional<RemoteId> id) {
        var campaign = definitions.campaigns().stream()
                .filter(defined -> defined.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no campaign \"" + key + "\""));
        var marker = Marker.of(session.identity(settings).workspaceId(), campaign.identity());
        var remote = id.isPresent() ? named(id.get()) : byMarker(marker);
        var store = session.lockStore(settings, connection);
        var absence = new LastingLock(session, settings).absence(store.look().orRefuse());
        if (absence.isPresent()) {
            session.console().error(absence.get());
            return ExitCode.REFUSED;
        }
        var who = session.who();
        try (var run = store.begin(who)) {
            requireNew(run.lock(), campaign, remote);
            run.record(entry(campaign, marker, remote, who));
        }
        session.console().product(campaign.identity() + " is recorded as " + remote.id() + " and will never be sent\n");
        return ExitCode.OK;
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

    private static void requireNew(Lock lock, Campaign campaign, RemoteCampaign remote) {
        lock.entry(campaign.identity()).ifPresent(entry -> {
            throw new UsageException(campaign.identity() + " is in the lock already, as " + entry.state());
        });
        lock.entries().values().stream()
                .filter(entry -> entry instanceof LockEntry.Confirmed confirmed
                        && confirmed.remote().id().equals(remote.id()))
                .findFirst()
                .ifPresent(entry -> {
                    throw new UsageException(remote.id() + " is recorded for " + entry.identity() + " already");
                });
    }

    private LockEntry entry(Campaign campaign, Marker marker, RemoteCampaign remote, RunIdentity who) {
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
        var record = new Remote(remote.id(), remote.jobId(), Optional.of(remote.status()), remote.targetCount());
        return LockEntry.adopt(attempt, record, now, who.actor(), "adopted from SeaX, created elsewhere");
    }
}
