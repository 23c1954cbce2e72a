package dev.muster.plan;

import dev.muster.audience.EarlierSend;
import dev.muster.audience.Roster;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignIdentity;
import dev.muster.policy.EarlierOrPlannedSend;
import dev.muster.resolve.Reach;
import dev.muster.resolve.Resolution;
import dev.muster.resolve.ResolvedCampaign;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the lock knows to have been sent, or may have been, in some span before now, and what is still to go out, counted over
 * today's contacts: the lock keeps the labels of an audience, never its people. Where a label that reached people is gone, or
 * nobody knows whom a campaign was posted to, it stays {@code uncounted}.
 */
record EarlierSends(List<EarlierSend> counted, List<LockEntry> uncounted) {
    /** Who got a message longer ago is not shown as somebody who gets too many. */
    static final Duration MEMORY = Duration.ofDays(7);

    static EarlierSends of(Optional<Lock> lock, Instant now, Duration span, Optional<Resolution> resolution) {
        var counted = new ArrayList<EarlierSend>();
        var uncounted = new ArrayList<LockEntry>();
        lock.stream()
                .flatMap(record -> record.entries().values().stream())
                .filter(entry -> SendState.of(entry).mayHaveReachedPeople())
                .filter(entry -> !at(entry).isBefore(now.minus(span)))
                .filter(new FirstPart()::test)
                .forEach(entry -> counted(entry, resolution).ifPresentOrElse(counted::add, () -> uncounted.add(entry)));
        return new EarlierSends(counted, uncounted);
    }

    /** All of them, as the limit on messages per person looks at them. */
    Stream<EarlierOrPlannedSend> others() {
        return Stream.concat(
                counted.stream()
                        .map(send -> EarlierOrPlannedSend.before(send.identity().key(), send.at(), send.roster())),
                uncounted.stream()
                        .map(entry -> EarlierOrPlannedSend.uncounted(
                                entry.identity().key(),
                                at(entry),
                                entry.attempt().audience().people())));
    }

    /** The labels of a campaign are the same for all of its parts, and nobody is in two of them: one stands for all. */
    private static final class FirstPart {
        private final Set<CampaignIdentity> seen = new HashSet<>();

        boolean test(LockEntry entry) {
            var identity = entry.identity();
            return identity.part().isEmpty() || seen.add(identity.whole());
        }
    }

    private static Instant at(LockEntry entry) {
        var attempt = entry.attempt();
        return attempt.posted().flatMap(RequestSummary::start).orElse(attempt.at());
    }

    private static Optional<EarlierSend> counted(LockEntry entry, Optional<Resolution> resolution) {
        return entry.attempt()
                .posted()
                .flatMap(
                        posted -> resolution.flatMap(Resolution::sweep).flatMap(read -> read.roster(posted.audience())))
                .map(roster -> resolution
                        .map(known -> withoutLaterWave(entry, roster, known))
                        .orElse(roster))
                .map(roster -> new EarlierSend(entry.identity(), at(entry), roster));
    }

    /** Whoever a later wave or part reaches was reached by no earlier one: that is known, whatever the labels say. */
    private static Roster withoutLaterWave(LockEntry entry, Roster roster, Resolution known) {
        return known.campaigns().values().stream()
                .flatMap(checked -> checked.value().stream())
                .filter(resolved -> RecordedWaves.areOfOne(resolved.campaign(), entry.identity()))
                .map(ResolvedCampaign::reach)
                .filter(Reach.Known.class::isInstance)
                .map(reach -> roster.without(((Reach.Known) reach).funnel().roster()))
                .findFirst()
                .orElse(roster);
    }
}
