package dev.muster.doubt;

import dev.muster.lock.LockEntry;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person says of a doubt, with their reason, held against the evidence. What SeaX shows may speak against it; then
 * nothing changes.
 */
public record PersonAnswer(OpenSendEvidence doubt, String reason, String by) {

    /** It was sent, as this campaign of SeaX, which was asked for by that id. */
    public DoubtAnswer<LockEntry> sent(RemoteId asked, RemoteCampaign campaign, Tolerance tolerance) {
        var match = doubt.match();
        var objections = Stream.of(
                        otherId(asked, campaign).stream(),
                        otherBearers(campaign),
                        match.differences(campaign, tolerance).stream(),
                        match.owners(campaign))
                .flatMap(part -> part)
                .toList();
        return DoubtAnswer.unless(objections, () -> confirmed(campaign));
    }

    private LockEntry confirmed(RemoteCampaign campaign) {
        var accepted = doubt.match().differences(campaign, Tolerance.NOTHING);
        var evidence = "resolved as sent: " + reason
                + (accepted.isEmpty() ? "" : " (accepted: " + String.join("; ", accepted) + ")");
        var anomalies = doubt.match().isMarked(campaign) ? doubt.match().remarks(campaign) : List.<String>of();
        return doubt.entry().confirm(OpenSendEvidence.remote(campaign), anomalies, doubt.now(), by, evidence);
    }

    private static Optional<String> otherId(RemoteId asked, RemoteCampaign campaign) {
        return campaign.id().equals(asked)
                ? Optional.empty()
                : Optional.of("SeaX answered with another campaign, " + campaign.id());
    }

    private Stream<String> otherBearers(RemoteCampaign campaign) {
        return doubt.match().isMarked(campaign)
                ? Stream.empty()
                : doubt.found().stream()
                        .filter(other -> !other.id().equals(campaign.id()))
                        .map(other -> "SeaX has it as " + other.id() + ", which bears the marker");
    }

    /** It was not sent: this generation is over, and a further one may be. */
    public DoubtAnswer<LockEntry> notSent() {
        var objections = new ArrayList<>(doubt.claim().objections());
        doubt.found()
                .forEach(campaign ->
                        objections.add("SeaX has it as " + campaign.id() + ", status " + campaign.status()));
        var labelled = doubt.witnesses().labelled().orElse(0);
        if (labelled > 0) {
            objections.add("its receipt label is on " + labelled + " contacts, so it was sent");
        }
        if (doubt.now().isBefore(doubt.notSentFrom())) {
            objections.add("SeaX may still show it; nobody can say before " + doubt.notSentFrom());
        }
        return DoubtAnswer.unless(objections, () -> doubt.entry().abandon(true, reason, doubt.now(), by));
    }

    /**
     * Nobody will ever know: this generation is over, and a further one warns that people may get it twice. What SeaX shows
     * once, as it was asked for, is known.
     */
    public DoubtAnswer<LockEntry> abandon() {
        var objections = Stream.concat(doubt.claim().objections().stream(), known().stream())
                .toList();
        return DoubtAnswer.unless(objections, () -> doubt.entry().abandon(false, reason, doubt.now(), by));
    }

    private Optional<String> known() {
        return doubt.found().size() == 1 && doubt.verdict() instanceof DoubtVerdict.Sent sent
                ? Optional.of("SeaX has it as " + sent.campaign().id() + ", status "
                        + sent.campaign().status() + ": run `muster resolve "
                        + doubt.entry().identity().key() + "`, which records it")
                : Optional.empty();
    }
}
