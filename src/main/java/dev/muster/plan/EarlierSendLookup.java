package dev.muster.plan;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Campaign;
import dev.muster.model.Marker;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.Sha256;
import dev.muster.model.project.Fingerprint;
import dev.muster.resolve.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What may have been sent already, by what a candidate can be known by: its markers on SeaX, and its content in the lock.
 * Both are gone through once, however many candidates there are.
 */
final class EarlierSendLookup {
    private static final Duration RENAME_MEMORY = Duration.ofDays(30);

    private final Map<Marker, Listed> listed = new HashMap<>();
    private final Map<List<Optional<Sha256>>, List<LockEntry>> lately = new HashMap<>();

    /** A campaign on SeaX, and its place in SeaX's list. */
    private record Listed(int place, RemoteCampaign campaign) {}

    EarlierSendLookup(PlanContext context, Optional<Resolution> resolution) {
        resolution.flatMap(Resolution::remote).stream()
                .flatMap(List::stream)
                .forEach(remote -> remote.marker()
                        .ifPresent(marker -> listed.putIfAbsent(marker, new Listed(listed.size(), remote))));
        context.lock().map(Lock::entries).stream()
                .flatMap(entries -> entries.values().stream())
                .filter(entry -> mayHaveReachedPeopleLately(entry, context.now()))
                .forEach(entry -> lately.computeIfAbsent(
                                content(entry.attempt().fingerprint()), none -> new ArrayList<>())
                        .add(entry));
    }

    /** The first campaign in SeaX's list that bears one of these markers. */
    Optional<RemoteCampaign> onSeax(Collection<Marker> markers) {
        return markers.stream()
                .map(listed::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Listed::place))
                .map(Listed::campaign);
    }

    /** What says the same to the same people from the same senders under another key, sent or perhaps sent lately. */
    Optional<LockEntry> underAnotherKey(Campaign campaign) {
        if (lately.isEmpty()) {
            return Optional.empty();
        }
        return Fingerprint.shownMessages(campaign).stream()
                .map(message -> content(Fingerprint.of(campaign), Optional.of(message)))
                .flatMap(content -> lately.getOrDefault(content, List.of()).stream())
                .filter(entry -> !entry.identity().key().equals(campaign.key()))
                .findFirst();
    }

    private static List<Optional<Sha256>> content(Fingerprint fingerprint) {
        return content(fingerprint, part(fingerprint, Fingerprint.MESSAGE));
    }

    private static List<Optional<Sha256>> content(Fingerprint fingerprint, Optional<Sha256> message) {
        return List.of(message, part(fingerprint, Fingerprint.SENDERS), part(fingerprint, Fingerprint.AUDIENCE));
    }

    private static Optional<Sha256> part(Fingerprint fingerprint, String name) {
        return Optional.ofNullable(fingerprint.parts().get(name));
    }

    /** A new key must not lead around a doubt, so what may have been sent counts as sent, and a doubt never grows old. */
    private static boolean mayHaveReachedPeopleLately(LockEntry entry, Instant now) {
        boolean recent = entry.since().isAfter(now.minus(RENAME_MEMORY));
        return entry.isOpen() || (recent && (entry instanceof LockEntry.Confirmed || isGivenUpUnknown(entry)));
    }

    /** Whether nobody will ever know if it was sent. */
    static boolean isGivenUpUnknown(LockEntry entry) {
        return entry instanceof LockEntry.Abandoned abandoned && !abandoned.outcomeKnown();
    }
}
