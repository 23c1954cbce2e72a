package dev.muster.bench;

import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockEnvironment;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.lock.file.FileLockStore;
import dev.muster.lock.file.FileSystemPort;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.LabelId;
import dev.muster.model.Marker;
import dev.muster.model.PhoneId;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.sandbox.http.Sandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The lock of a workspace in which everything was sent: one campaign each hour, the last one just now, each run a dozen of
 * them. Written by the store itself, so that it is whatever the store writes.
 */
final class MadeUpLock {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final WorkspaceIdentity WORKSPACE =
            new WorkspaceIdentity("sandbox", Sandbox.WORKSPACE_ID, "sandbox");
    private static final RequestSummary POSTED = new RequestSummary(
            List.of(label(1), label(2)),
            List.of(label(3)),
            List.of(label(9), label(10), label(13)),
            0,
            Optional.empty(),
            List.of(new PhoneId("20000000-0000-4000-8000-000000000001")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private MadeUpLock() {}

    /** Records these campaigns, and as many more that are not defined any longer as make {@code entries}. */
    static void write(Path folder, List<Campaign> campaigns, int entries) {
        try (var run = store(folder, new HurriedDisk()).begin(run(0))) {
            for (int number = 0; number < campaigns.size(); number++) {
                var campaign = campaigns.get(number);
                run.record(sent(campaign.identity(), Fingerprint.of(campaign), number));
            }
            var gone = Fingerprint.of(campaigns.get(0));
            for (int number = campaigns.size(); number < entries; number++) {
                run.record(sent(CampaignIdentity.parse("gone-" + number + "/1"), gone, number));
            }
        }
    }

    static FileLockStore store(Path folder, FileSystemPort disk) {
        var surroundings = new LockEnvironment(
                () -> "8d0c6d7e-0000-4000-8000-000000000001", Clock.fixed(NOW, ZoneOffset.UTC), 1, "bench");
        return new FileLockStore(folder, WORKSPACE, surroundings, disk);
    }

    private static LockEntry sent(CampaignIdentity identity, Fingerprint fingerprint, int number) {
        var at = NOW.minus(Duration.ofHours(number));
        var remote = new RemoteReference(
                new RemoteId(
                        "campaign_" + Sha256.of(identity.toString()).value().substring(7, 27)),
                Optional.of("job_" + number),
                Optional.of("PENDING"),
                OptionalInt.of(1915));
        return LockEntry.intend(Optional.empty(), attempt(identity, fingerprint, number, at))
                .confirm(remote, List.of(), at.plusSeconds(1), run(number).id(), "201 with an id");
    }

    private static Attempt attempt(CampaignIdentity identity, Fingerprint fingerprint, int number, Instant at) {
        return new Attempt(
                identity,
                Marker.of(WORKSPACE.workspaceId(), identity),
                fingerprint,
                Optional.of(Sha256.of("body of " + identity)),
                Optional.of(Sha256.of("plan " + number / 12)),
                "nonce-" + number,
                run(number),
                at,
                at.plusSeconds(600),
                new AudienceCounts(1912, 1915, 519),
                Optional.of(POSTED));
    }

    private static RunIdentity run(int number) {
        return new RunIdentity("local:run-" + number / 12, "dana", "0.1.0", Optional.of("4f2a9c1"));
    }

    private static LabelId label(int number) {
        return new LabelId(String.format("10000000-0000-4000-8000-0000000000%02d", number));
    }
}
