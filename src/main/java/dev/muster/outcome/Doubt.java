package dev.muster.outcome;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Remote;
import dev.muster.model.CampaignRequest;
import dev.muster.model.RemoteCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A send whose outcome is unknown, and the three ways a person may end it. What is found on SeaX can prove that it was
 * sent; what is not found proves nothing, so "not sent" is a person's word, given late enough and with a reason.
 *
 * @param listed the campaigns that SeaX lists, or absent where this API cannot list them
 */
public record Doubt(LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Instant now) {
    /** How long after the claim SeaX may still show a campaign, with and without a list to look at. */
    private static final Duration SETTLE_WITH_LIST = Duration.ofMinutes(15);

    private static final Duration SETTLE_WITHOUT_LIST = Duration.ofMinutes(60);
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofMinutes(60);

    public Doubt {
        listed = listed.map(List::copyOf);
        if (!entry.isOpen()) {
            throw new IllegalArgumentException(entry.identity() + " is settled");
        }
    }

    /** The campaigns on SeaX that bear this send's marker. */
    public List<RemoteCampaign> found() {
        return listed.orElse(List.of()).stream().filter(this::bearsMarker).toList();
    }

    /** From when on a person may say that it was not sent. */
    public Instant notSentFrom() {
        var settle = listed.isPresent() ? SETTLE_WITH_LIST : SETTLE_WITHOUT_LIST;
        return entry.attempt().notAfter().plus(settle);
    }

    /** It was sent, as this campaign of SeaX. */
    public Ending sent(RemoteCampaign campaign, String reason, String by) {
        var objections = new ArrayList<String>();
        if (!bearsMarker(campaign)) {
            objections.add("its name \"" + campaign.name() + "\" does not end with"
                    + entry.attempt().marker().suffix());
        }
        if (!campaign.type().equals(CampaignRequest.TYPE)) {
            objections.add("it is of type " + campaign.type());
        }
        campaign.createdAt()
                .filter(at -> !isInTime(at))
                .ifPresent(at -> objections.add("it was created at " + at + ", the attempt was at "
                        + entry.attempt().at()));
        usedBy(campaign).ifPresent(other -> objections.add("it is recorded for " + other.identity()));
        return decide(
                objections,
                () -> entry.confirm(
                        new Remote(
                                campaign.id(),
                                campaign.jobId(),
                                Optional.of(campaign.status()),
                                campaign.targetCount()),
                        List.of(),
                        now,
                        by,
                        "resolved as sent: " + reason));
    }

    /** It was not sent: this generation is over, and a further one may be. */
    public Ending notSent(String reason, String by) {
        var objections = new ArrayList<String>();
        found().forEach(campaign ->
                objections.add("SeaX has it as " + campaign.id() + ", status " + campaign.status()));
        if (now.isBefore(notSentFrom())) {
            objections.add("SeaX may still show it; nobody can say before " + notSentFrom());
        }
        return decide(objections, () -> entry.abandon(true, reason, now, by));
    }

    /** Nobody will ever know: this generation is over, and a further one warns that people may get it twice. */
    public Ending abandon(String reason, String by) {
        return new Ending.Settled(entry.abandon(false, reason, now, by));
    }

    private boolean bearsMarker(RemoteCampaign campaign) {
        return campaign.marker().equals(Optional.of(entry.attempt().marker()));
    }

    private boolean isInTime(Instant created) {
        var attempted = entry.attempt().at();
        return !created.isBefore(attempted.minus(SKEW)) && !created.isAfter(attempted.plus(LATEST));
    }

    private Optional<LockEntry> usedBy(RemoteCampaign campaign) {
        return lock.entries().values().stream()
                .filter(other -> !other.identity().equals(entry.identity()))
                .filter(other -> other instanceof LockEntry.Confirmed confirmed
                        && confirmed.remote().id().equals(campaign.id()))
                .findFirst();
    }

    private static Ending decide(List<String> objections, Supplier<LockEntry> entry) {
        return objections.isEmpty() ? new Ending.Settled(entry.get()) : new Ending.Contradicted(objections);
    }
}
