package dev.muster.plan;

import dev.muster.diff.Change;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Campaign;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.CampaignKey;
import dev.muster.model.RemoteCampaign;
import dev.muster.resolve.RecordedSend;
import dev.muster.resolve.RecordedSends;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the record says of the sends before those that may follow: of the waves before a wave, and of earlier generations. */
public final class RecordedWaves {
    private RecordedWaves() {}

    /** For the campaigns that these changes may send now. While a gate waits, nobody is asked whom the waves before reached. */
    public static RecordedSends of(List<Change> changes, PlanContext context, Predicate<RemoteCampaign> isOver) {
        var lock = context.lock();
        var sent = new HashMap<CampaignKey, List<RecordedSend>>();
        var waves = new HashSet<CampaignKey>();
        unsent(changes).forEach(campaign -> {
            sent.put(campaign.key(), predecessors(campaign, lock));
            boolean isDue = due(campaign, lock).filter(context.now()::isBefore).isEmpty();
            if (isDue && before(campaign, lock).isPresent()) {
                waves.add(campaign.key());
            }
        });
        return new RecordedSends(sent, waves, isOver);
    }

    /** What is defined and may be sent. */
    public static Stream<Campaign> unsent(List<Change> changes) {
        return changes.stream()
                .filter(change -> change instanceof Change.Added
                        || change instanceof Change.Refused
                        || change instanceof Change.Partial)
                .flatMap(change -> change.definition().stream());
    }

    private static List<RecordedSend> predecessors(Campaign campaign, Optional<Lock> lock) {
        return lock.stream()
                .flatMap(record -> record.generations(campaign.key()))
                .filter(entry -> !entry.identity().equals(campaign.identity()))
                .map(RecordedWaves::predecessor)
                .toList();
    }

    private static RecordedSend predecessor(LockEntry entry) {
        var attempt = entry.attempt();
        var posted = attempt.posted();
        return new RecordedSend(
                entry.identity(),
                attempt.marker(),
                entry instanceof LockEntry.Confirmed confirmed
                        ? Optional.of(confirmed.remote().id())
                        : Optional.empty(),
                posted.flatMap(RequestSummary::receipt),
                posted.filter(summary -> !(entry instanceof LockEntry.Rejected)).flatMap(RequestSummary::people),
                posted.map(RequestSummary::chunks).orElseGet(TreeMap::new));
    }

    /** The wave that was sent last before this one, if it is a later one; waves that reached nobody are passed over. */
    static Optional<LockEntry.Confirmed> before(Campaign campaign, Optional<Lock> lock) {
        return campaign.waves().isEmpty()
                ? Optional.empty()
                : lock.stream()
                        .flatMap(record -> record.generations(campaign.key()))
                        .filter(entry -> entry.identity().compareTo(campaign.identity()) < 0)
                        .filter(LockEntry.Confirmed.class::isInstance)
                        .map(LockEntry.Confirmed.class::cast)
                        .max(Comparator.comparing(LockEntry::identity));
    }

    /** When the gate of a later wave can open at the earliest. */
    static Optional<Instant> due(Campaign campaign, Optional<Lock> lock) {
        int wave = campaign.identity().generation();
        return campaign.waves().isEmpty()
                ? Optional.empty()
                : campaign.waves()
                        .get(wave - 1)
                        .gate()
                        .flatMap(gate -> before(campaign, lock)
                                .map(sent -> sent.attempt().at().plus(gate.after())));
    }

    /** The waves before this one that a person said were not sent. */
    static List<Integer> notSent(Campaign campaign, Optional<Lock> lock) {
        return lock.stream()
                .flatMap(record -> record.generations(campaign.key()))
                .filter(entry -> entry.identity().compareTo(campaign.identity()) < 0)
                .filter(LockEntry::isSaidNotSent)
                .map(entry -> entry.identity().generation())
                .toList();
    }

    /** Whether nobody whom the campaign reaches now was reached by the other: it is an earlier wave of it, or a part. */
    static boolean areOfOne(Campaign campaign, CampaignIdentity other) {
        boolean isPart = other.part().isPresent() && other.whole().equals(campaign.identity());
        return isPart || areWavesOfOne(campaign, other);
    }

    /** Whether the two are waves of one campaign. */
    private static boolean areWavesOfOne(Campaign campaign, CampaignIdentity other) {
        return !campaign.waves().isEmpty()
                && campaign.key().equals(other.key())
                && !campaign.identity().equals(other);
    }
}
