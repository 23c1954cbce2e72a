package dev.muster.outcome;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Posted;
import dev.muster.lock.Remote;
import dev.muster.model.CampaignRequest;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A send whose outcome is unknown, what evidence does to it, and the three ways a person may end it. What is found on SeaX
 * proves that it was sent; what is not found proves nothing, so "not sent" is a person's word, given late enough and with a
 * reason.
 *
 * @param listed the campaigns that SeaX lists, or absent where they cannot be listed
 * @param now the time to judge claims by, see {@link #judgedAt}
 */
public record Doubt(
        LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Witnesses witnesses, Instant now) {
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

    /** With no other witness than the list. */
    public Doubt(LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Instant now) {
        this(entry, lock, listed, Witnesses.NONE, now);
    }

    /**
     * The time to judge a claim by: SeaX's where its clock is behind ours, for a clock that is ahead would end a claim while
     * the run that has it is still at it.
     *
     * @param ahead how far SeaX's clock is ahead of ours, where its answers say so
     */
    public static Instant judgedAt(Instant ours, Optional<Duration> ahead) {
        return ahead.filter(Duration::isNegative).map(ours::plus).orElse(ours);
    }

    /** The campaigns on SeaX that bear this send's marker, the oldest first. */
    public List<RemoteCampaign> found() {
        var distinct = Stream.concat(listed.orElse(List.of()).stream(), witnesses.named().stream())
                .filter(this::bearsMarker)
                .collect(Collectors.toMap(RemoteCampaign::id, Function.identity(), (one, same) -> one));
        return distinct.values().stream()
                .sorted(Comparator.comparing((RemoteCampaign campaign) ->
                                campaign.createdAt().orElse(Instant.MAX))
                        .thenComparing(RemoteCampaign::id))
                .toList();
    }

    /** Whether the run that made the attempt may still be at it: until its claim expires, nobody else touches the entry. */
    public boolean isHeld() {
        return entry instanceof LockEntry.Intent && now.isBefore(entry.attempt().notAfter());
    }

    /** From when on a person may say that it was not sent. */
    public Instant notSentFrom() {
        var settle = listed.isPresent() ? SETTLE_WITH_LIST : SETTLE_WITHOUT_LIST;
        return entry.attempt().notAfter().plus(settle);
    }

    /**
     * What the evidence alone makes of it: found once, it was sent; found several times, it was sent and people must know;
     * not found, an intent whose run is gone is a doubt, and a doubt stays one. Empty when nothing changes.
     */
    public Optional<LockEntry> evident(String by) {
        if (isHeld()) {
            return Optional.empty();
        }
        var found = found();
        if (!found.isEmpty() && usedBy(found.get(0)).isEmpty()) {
            return Optional.of(adopted(found, by));
        }
        return entry instanceof LockEntry.Intent
                ? Optional.of(entry.doubt("the run ended before the outcome was recorded", now, by))
                : Optional.empty();
    }

    private LockEntry adopted(List<RemoteCampaign> found, String by) {
        var campaign = found.get(0);
        var anomalies = Stream.concat(differences(campaign).stream(), repeated(found).stream())
                .toList();
        var evidence = "adopted: SeaX has it as " + campaign.id() + ", found by its marker";
        return entry.confirm(remote(campaign), anomalies, now, by, evidence);
    }

    private static Optional<String> repeated(List<RemoteCampaign> found) {
        return found.size() < 2 ? Optional.empty() : Optional.of("SeaX has it " + several(found.size(), ids(found)));
    }

    private static List<String> ids(List<RemoteCampaign> found) {
        return found.stream().map(campaign -> campaign.id().value()).sorted().toList();
    }

    /** The sentence about a campaign that SeaX has more than once. */
    static String several(int times, List<String> ids) {
        return times + " times (" + String.join(", ", ids) + "): people may have got it more than once; cancel what can"
                + " still be cancelled in SeaX's dashboard";
    }

    /** It was sent, as this campaign of SeaX, which was asked for by that id. */
    public Ending sent(RemoteId asked, RemoteCampaign campaign, boolean nameMayDiffer, String reason, String by) {
        var objections = new ArrayList<String>();
        if (!campaign.id().equals(asked)) {
            objections.add("SeaX answered with another campaign, " + campaign.id());
        }
        if (!nameMayDiffer && !bearsMarker(campaign)) {
            objections.add("its name \"" + campaign.name() + "\" does not end with"
                    + entry.attempt().marker().suffix());
        }
        found().stream()
                .filter(other -> !other.id().equals(campaign.id()) && !bearsMarker(campaign))
                .forEach(other -> objections.add("SeaX has it as " + other.id() + ", which bears the marker"));
        objections.addAll(differences(campaign));
        usedBy(campaign).ifPresent(other -> objections.add("it is recorded for " + other.identity()));
        return decide(
                objections, () -> entry.confirm(remote(campaign), List.of(), now, by, "resolved as sent: " + reason));
    }

    private static Remote remote(RemoteCampaign campaign) {
        return new Remote(campaign.id(), campaign.jobId(), Optional.of(campaign.status()), campaign.targetCount());
    }

    /** Where a campaign of SeaX is not what the attempt asked for, as far as either says. */
    private List<String> differences(RemoteCampaign campaign) {
        var attempt = entry.attempt();
        var differences = new ArrayList<String>();
        if (!campaign.type().equals(CampaignRequest.TYPE)) {
            differences.add("it is of type " + campaign.type());
        }
        campaign.createdAt()
                .filter(at -> !isInTime(at))
                .ifPresent(at -> differences.add("it was created at " + at + ", the attempt was at " + attempt.at()));
        var text = attempt.posted().flatMap(Posted::text);
        if (campaign.message()
                .map(Sha256::of)
                .filter(is -> text.isPresent() && !text.get().equals(is))
                .isPresent()) {
            differences.add("its message is another one");
        }
        var senders = attempt.posted().map(Posted::senders).orElse(List.of());
        if (!senders.isEmpty()
                && !campaign.phones().isEmpty()
                && !Set.copyOf(campaign.phones()).equals(Set.copyOf(senders))) {
            differences.add("it is sent from other phones");
        }
        if (campaign.targetCount().orElse(0) > attempt.audience().messages()) {
            differences.add("SeaX messages " + campaign.targetCount().getAsInt() + " contacts, approved were "
                    + attempt.audience().messages());
        }
        return differences;
    }

    /** It was not sent: this generation is over, and a further one may be. */
    public Ending notSent(String reason, String by) {
        var objections = new ArrayList<>(held());
        found().forEach(campaign ->
                objections.add("SeaX has it as " + campaign.id() + ", status " + campaign.status()));
        if (witnesses.labelled().orElse(0) > 0) {
            objections.add("its receipt label is on " + witnesses.labelled().getAsInt() + " contacts, so it was sent");
        }
        if (now.isBefore(notSentFrom())) {
            objections.add("SeaX may still show it; nobody can say before " + notSentFrom());
        }
        return decide(objections, () -> entry.abandon(true, reason, now, by));
    }

    /** Nobody will ever know: this generation is over, and a further one warns that people may get it twice. */
    public Ending abandon(String reason, String by) {
        return decide(held(), () -> entry.abandon(false, reason, now, by));
    }

    private List<String> held() {
        return isHeld()
                ? List.of("run " + entry.attempt().run().id() + " may still be at it until "
                        + entry.attempt().notAfter())
                : List.of();
    }

    private boolean bearsMarker(RemoteCampaign campaign) {
        return campaign.marker().equals(Optional.of(entry.attempt().marker()));
    }

    private boolean isInTime(Instant created) {
        var attempted = entry.attempt().at();
        return !created.isBefore(attempted.minus(SKEW)) && !created.isAfter(attempted.plus(LATEST));
    }

    private Optional<LockEntry> usedBy(RemoteCampaign campaign) {
        return lock.sentAs(campaign.id()).stream()
                .filter(other -> !other.identity().equals(entry.identity()))
                .findFirst();
    }

    private static Ending decide(List<String> objections, Supplier<LockEntry> entry) {
        return objections.isEmpty() ? new Ending.Settled(entry.get()) : new Ending.Contradicted(objections);
    }
}
