package dev.muster.testing;

import dev.muster.apply.NumbersPorts;
import dev.muster.apply.ReceiptLabels;
import dev.muster.lock.Attempt;
import dev.muster.lock.AudienceCounts;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RemoteReference;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.RunIdentity;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.Audience;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Expectation;
import dev.muster.model.Gate;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelName;
import dev.muster.model.Marker;
import dev.muster.model.Message;
import dev.muster.model.RemoteId;
import dev.muster.model.Schedule;
import dev.muster.model.SenderName;
import dev.muster.model.Sha256;
import dev.muster.model.Wave;
import dev.muster.model.project.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Campaigns and what is recorded of them, for tests: one workspace, one run, one afternoon. */
public final class Records {
    public static final WorkspaceIdentity WORKSPACE = new WorkspaceIdentity(
            "production", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "https://seax.example/seax-api/api/v1");
    public static final RunIdentity RUN = new RunIdentity("run-7", "dana", "0.1.0", Optional.of("4f2a9c1"));
    public static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");
    public static final String LINEAGE = "8d0c6d7e-0000-4000-8000-000000000001";

    /** For runs whose campaigns have no receipt labels. */
    public static final ReceiptLabels NO_LABELS =
            (name, owner) -> new ReceiptLabels.Failed("this run cannot make the label " + name);

    /** For runs whose campaigns are all by labels. */
    public static final NumbersPorts NO_NUMBERS = new NumbersPorts(
            body -> {
                throw new IllegalStateException("this run does not send by numbers");
            },
            labels -> number -> true,
            first -> Optional.empty());

    private Records() {}

    public static CampaignIdentity identity(String text) {
        return CampaignIdentity.parse(text);
    }

    /** A campaign whose message is {@code text}; everything else is the same for all. */
    public static Campaign campaign(String identity, String text) {
        return new Campaign(
                identity(identity),
                "Holiday Sale",
                Optional.of("crm-team"),
                List.of(new SenderName("Sales Line")),
                new Audience<>(List.of(new LabelName("premium_customers")), List.of(), List.of(), List.of()),
                Expectation.NONE,
                new Message(text, List.of(), true, Optional.empty(), Map.of()),
                new Schedule.Immediately(),
                List.of(),
                Map.of(),
                List.of());
    }

    public static Campaign campaign(String identity) {
        return campaign(identity, "30% off all items");
    }

    /** With so many waves, of which nobody says whom each reaches. */
    public static Campaign waves(String key, int waves) {
        var one = campaign(key + "/1");
        var each = new Wave(one.audience(), Optional.of(new Gate(Duration.ofHours(1), none(), none())), false);
        return new Campaign(
                one.identity(),
                one.name(),
                one.owner(),
                one.senders(),
                one.audience(),
                one.expect(),
                one.message(),
                one.schedule(),
                one.attachLabels(),
                one.acknowledged(),
                Collections.nCopies(waves, each));
    }

    private static OptionalDouble none() {
        return OptionalDouble.empty();
    }

    public static Attempt attempt(Campaign campaign) {
        var identity = campaign.identity();
        return new Attempt(
                identity,
                Marker.of(WORKSPACE.workspaceId(), identity),
                Fingerprint.of(campaign),
                Optional.of(Sha256.of("body of " + identity)),
                Optional.of(Sha256.of("plan")),
                "nonce-of-" + identity,
                RUN,
                AT,
                AT.plusSeconds(600),
                new AudienceCounts(1912, 1915, 519),
                Optional.of(new RequestSummary(
                        List.of(Samples.label(1)),
                        List.of(),
                        List.of(Samples.label(9)),
                        2,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    }

    /** An intent of a part such as {@code sale/1#01}, of a campaign that falls into so many. */
    public static LockEntry.Intent part(String identity, int parts) {
        var part = identity(identity);
        var attempt = attempt(campaign(part.whole().toString()));
        var posted = attempt.posted().orElseThrow();
        return LockEntry.intend(
                Optional.empty(),
                new Attempt(
                        part,
                        Marker.of(WORKSPACE.workspaceId(), part),
                        attempt.fingerprint(),
                        attempt.payload(),
                        attempt.plan(),
                        "nonce-of-" + part,
                        RUN,
                        attempt.at(),
                        attempt.notAfter(),
                        attempt.audience(),
                        Optional.of(new RequestSummary(
                                posted.any(),
                                posted.all(),
                                posted.exclude(),
                                0,
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(KeyedRoster.of(List.of((long) part.hashCode()), String::hashCode)),
                                new TreeMap<>(Map.of("", parts))))));
    }

    public static LockEntry.Intent intent(Campaign campaign) {
        return LockEntry.intend(Optional.empty(), attempt(campaign));
    }

    public static LockEntry.Intent intent(String identity) {
        return intent(campaign(identity));
    }

    public static LockEntry.Confirmed confirmed(LockEntry open) {
        var remote = new RemoteReference(
                new RemoteId("campaign_" + open.identity().key()),
                Optional.of("job_1"),
                Optional.of("PENDING"),
                OptionalInt.of(1915));
        return open.confirm(remote, List.of(), AT.plusSeconds(1), RUN.id(), "201 with an id");
    }

    public static LockEntry.Confirmed confirmed(String identity) {
        return confirmed(intent(identity));
    }

    public static LockEntry.InDoubt inDoubt(String identity) {
        return intent(identity).doubt("no answer within 60 s", AT.plusSeconds(60), RUN.id());
    }

    public static LockEntry.Rejected rejected(String identity) {
        return intent(identity)
                .reject("422: template not approved", Optional.of(AT.plusSeconds(900)), AT.plusSeconds(1), RUN.id());
    }

    public static LockEntry.Abandoned abandoned(String identity) {
        return inDoubt(identity).abandon(false, "nobody knows", AT.plusSeconds(7200), "dana");
    }

    public static LockEntry.Abandoned notSent(String identity) {
        return inDoubt(identity).abandon(true, "SeaX does not have it", AT.plusSeconds(7200), "dana");
    }

    public static Lock lock(LockEntry... entries) {
        var lock = Lock.empty(LINEAGE, WORKSPACE);
        for (var entry : entries) {
            lock = lock.with(entry);
        }
        return lock;
    }
}
