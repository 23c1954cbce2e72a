package dev.muster.doubt;

import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.RemoteCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What SeaX lists, held against what is settled: a campaign that was sent must be listed exactly once, one that was refused
 * not at all. A gateway that repeats a request, or a second repository on the same workspace, shows here and nowhere else.
 * The look after a run, {@code status}, {@code plan} and {@code apply} decide it here.
 */
public final class Audit {
    /** For how long after a send its campaign is looked for where nothing else needs the list. */
    private static final Duration RECENT = Duration.ofDays(7);

    private Audit() {}

    /** What is wrong with which send, in a sentence; nothing is fine. */
    public static SortedMap<CampaignIdentity, String> of(Collection<LockEntry> entries, List<RemoteCampaign> listed) {
        var found = new TreeMap<CampaignIdentity, String>();
        entries.forEach(entry -> of(entry, listed).ifPresent(what -> found.put(entry.identity(), what)));
        return found;
    }

    /**
     * What is wrong with one send. A campaign that is not listed yet proves nothing and is no finding; nor is what the
     * record has already.
     */
    public static Optional<String> of(LockEntry entry, List<RemoteCampaign> listed) {
        if (entry instanceof LockEntry.Confirmed sent) {
            var ids = bearers(entry, listed);
            return repeated(sent, ids).or(() -> otherwise(sent, ids)).filter(what -> !isKnown(sent, what));
        }
        return entry instanceof LockEntry.Rejected
                ? bearers(entry, listed).stream()
                        .findFirst()
                        .map(id -> LockEntry.REFUSED_AND_SHOWN + ": "
                                + entry.identity().key() + " is " + id)
                : Optional.empty();
    }

    /** Whether it is so new that it is worth a request to see whether SeaX lists it otherwise. */
    static boolean isRecent(LockEntry entry, Instant now) {
        return !entry.isOpen() && !entry.attempt().at().isBefore(now.minus(RECENT));
    }

    static List<String> bearers(LockEntry entry, List<RemoteCampaign> listed) {
        var marker = Optional.of(entry.attempt().marker());
        return listed.stream()
                .filter(campaign -> campaign.marker().equals(marker))
                .map(campaign -> campaign.id().value())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> repeated(LockEntry.Confirmed sent, List<String> ids) {
        var several = OpenSendEvidence.several(ids.size(), ids);
        return ids.size() < 2 || isKnown(sent, several)
                ? Optional.empty()
                : Optional.of("SeaX has " + sent.identity().key() + " " + several);
    }

    private static boolean isKnown(LockEntry.Confirmed sent, String what) {
        return Stream.concat(sent.anomalies().stream(), sent.accepted().stream())
                .anyMatch(text -> text.endsWith(what));
    }

    /** A campaign that a person named need not bear the marker. */
    private static Optional<String> otherwise(LockEntry.Confirmed sent, List<String> ids) {
        var recorded = sent.remote().id().value();
        var posted = sent.attempt().posted().map(RequestSummary::audience);
        return ids.size() != 1 || ids.contains(recorded) || posted.isEmpty()
                ? Optional.empty()
                : Optional.of("SeaX answered " + sent.identity().key() + " with the id " + recorded
                        + " but lists it as " + ids.get(0));
    }
}
