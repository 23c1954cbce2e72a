package dev.muster.doubt;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.RemoteCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A recorded attempt held against campaigns that SeaX shows: which bear its marker, and what speaks against them. */
record CampaignMatch(LockEntry entry, Lock lock, RequestedCampaign requested) {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofMinutes(60);

    static CampaignMatch of(LockEntry entry, Lock lock) {
        return new CampaignMatch(entry, lock, RequestedCampaign.of(entry.attempt()));
    }

    boolean isMarked(RemoteCampaign campaign) {
        return requested.isMarked(campaign);
    }

    /** Why a campaign with the marker is no proof that this was sent; nothing is a proof. */
    List<String> contradictions(RemoteCampaign campaign) {
        return Stream.concat(requested.objections(campaign).stream(), owners(campaign))
                .toList();
    }

    boolean isProof(RemoteCampaign campaign) {
        return contradictions(campaign).isEmpty();
    }

    /** The same in a sentence, whose subject is SeaX. */
    String contradiction(RemoteCampaign campaign) {
        return "has " + campaign.id() + ", status " + campaign.status() + ", with its marker, but "
                + String.join(", and ", contradictions(campaign));
    }

    /** What else is recorded with its id: one campaign of SeaX is one send. */
    Stream<String> owners(RemoteCampaign campaign) {
        return lock.recordedWith(campaign.id())
                .filter(other -> !other.equals(entry.identity().toString()))
                .map(other -> "it is recorded for " + other);
    }

    /** Where SeaX did something else with it than was asked, as far as either says. */
    List<String> remarks(RemoteCampaign campaign) {
        var attempt = entry.attempt();
        var remarks = new ArrayList<String>();
        campaign.createdAt()
                .filter(at -> !isInTime(at))
                .ifPresent(at -> remarks.add("it was created at " + at + ", the attempt was at " + attempt.at()));
        if (campaign.targetCount().orElse(0) > attempt.audience().messages()) {
            remarks.add("SeaX messages " + campaign.targetCount().getAsInt() + " contacts, approved were "
                    + attempt.audience().messages());
        }
        return remarks;
    }

    private boolean isInTime(Instant created) {
        var attempted = entry.attempt().at();
        return !created.isBefore(attempted.minus(SKEW)) && !created.isAfter(attempted.plus(LATEST));
    }

    /** What a person has to accept of a campaign that they name, to say that it is this one. */
    List<String> differences(RemoteCampaign campaign, Tolerance tolerance) {
        return switch (tolerance) {
            case NOTHING ->
                Stream.concat(unmarked(campaign), besidesMarker(requested.objections(campaign), campaign))
                        .toList();
            case OTHER_NAME ->
                besidesMarker(requested.objectionsBesidesName(campaign), campaign)
                        .toList();
            case EVERYTHING -> List.of();
        };
    }

    private Stream<String> unmarked(RemoteCampaign campaign) {
        return isMarked(campaign)
                ? Stream.empty()
                : Stream.of("its name \"" + campaign.name() + "\" does not end with"
                        + entry.attempt().marker().suffix());
    }

    /** Without the marker the time is what tells a campaign from others, and the number of people as well. */
    private Stream<String> besidesMarker(List<String> objections, RemoteCampaign campaign) {
        return Stream.concat(objections.stream(), isMarked(campaign) ? Stream.empty() : remarks(campaign).stream());
    }
}
