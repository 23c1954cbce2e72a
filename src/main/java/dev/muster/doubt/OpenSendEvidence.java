package dev.muster.doubt;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RemoteReference;
import dev.muster.model.RemoteCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A send whose outcome is unknown, and what the evidence makes of it: one decision, which plan and status show, and which
 * apply and resolve carry out. What is found on SeaX proves that it was sent; what is not found proves nothing, so "not sent"
 * is a person's word ({@link PersonAnswer}).
 *
 * @param listed the campaigns that SeaX lists, or absent where they cannot be listed
 * @param now the time to judge claims by, see {@link #judgedAt}
 */
public record OpenSendEvidence(
        LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Evidence witnesses, Instant now) {
    /** Why an intent whose run is gone is a doubt. */
    static final String RUN_ENDED = "the run ended before the outcome was recorded";

    public OpenSendEvidence {
        listed = listed.map(List::copyOf);
        if (!entry.isOpen()) {
            throw new IllegalArgumentException(entry.identity() + " is settled");
        }
    }

    /** With no other witness than the list. */
    public OpenSendEvidence(LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Instant now) {
        this(entry, lock, listed, Evidence.NONE, now);
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
                .filter(match()::isMarked)
                .collect(Collectors.toMap(RemoteCampaign::id, Function.identity(), (one, same) -> one));
        return distinct.values().stream()
                .sorted(Comparator.comparing((RemoteCampaign campaign) ->
                                campaign.createdAt().orElse(Instant.MAX))
                        .thenComparing(RemoteCampaign::id))
                .toList();
    }

    /** Whether the run that made the attempt may still be at it: until its claim expires, nobody else touches the entry. */
    public boolean isHeld() {
        return claim().isHeld();
    }

    /** From when on a person may say that it was not sent: later where not every witness could be heard. */
    public Instant notSentFrom() {
        return claim().notSentFrom(listed.isPresent() && witnesses.unread().isEmpty());
    }

    /**
     * What the evidence alone makes of it, in this order: held, while the run may still be at it; sent, where SeaX has a
     * campaign with the marker that is as it was asked for and that no other send is recorded with, the oldest if there are
     * several; else unknown.
     */
    public DoubtVerdict verdict() {
        if (isHeld()) {
            return new DoubtVerdict.Held(entry.attempt().notAfter());
        }
        var found = found();
        var match = match();
        return found.stream()
                .filter(match::isProof)
                .findFirst()
                .<DoubtVerdict>map(campaign -> new DoubtVerdict.Sent(campaign, anomalies(campaign, found)))
                .orElseGet(() -> new DoubtVerdict.Unknown(found.stream()
                        .map(match::contradiction)
                        .map(words -> "SeaX " + words)
                        .toList()));
    }

    /**
     * The entry after what the evidence alone makes of it: sent is recorded; an intent whose run is gone becomes a doubt, and
     * a doubt stays one. Empty when nothing changes.
     */
    public Optional<LockEntry> evident(String by) {
        var verdict = verdict();
        if (verdict instanceof DoubtVerdict.Sent sent) {
            var evidence = "adopted: SeaX has it as " + sent.campaign().id() + ", found by its marker";
            return Optional.of(entry.confirm(remote(sent.campaign()), sent.anomalies(), now, by, evidence));
        }
        return entry instanceof LockEntry.Intent && verdict instanceof DoubtVerdict.Unknown
                ? Optional.of(entry.doubt(RUN_ENDED, now, by))
                : Optional.empty();
    }

    /** What is not as it was asked for, though it is this campaign; and what else bears the marker. */
    private List<String> anomalies(RemoteCampaign campaign, List<RemoteCampaign> found) {
        var match = match();
        var others = found.stream()
                .filter(other -> !match.isProof(other))
                .map(match::contradiction)
                .map(words -> "SeaX " + words);
        var reopened = entry.isReopened() ? Stream.of(LockEntry.REFUSED_AND_SHOWN) : Stream.<String>empty();
        return Stream.of(reopened, match.remarks(campaign).stream(), repeated(found).stream(), others)
                .flatMap(part -> part)
                .toList();
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

    /** What SeaX shows of it, in a sentence whose subject is SeaX; empty where this API cannot show it. */
    public Optional<String> seen() {
        var match = match();
        var found = found().stream()
                .map(campaign -> match.isProof(campaign)
                        ? "has it as " + campaign.id() + ", status " + campaign.status()
                        : match.contradiction(campaign))
                .collect(Collectors.joining("; "));
        if (!found.isEmpty()) {
            return Optional.of(found);
        }
        return witnesses
                .unread()
                .map(why -> "could not be asked: " + why)
                .or(() -> listed.map(campaigns -> "does not list it, which proves nothing"));
    }

    static RemoteReference remote(RemoteCampaign campaign) {
        return new RemoteReference(
                campaign.id(), campaign.jobId(), Optional.of(campaign.status()), campaign.targetCount());
    }

    ClaimPeriod claim() {
        var attempt = entry.attempt();
        return new ClaimPeriod(attempt.run(), attempt.notAfter(), entry instanceof LockEntry.Intent, now);
    }

    CampaignMatch match() {
        return CampaignMatch.of(entry, lock);
    }
}
