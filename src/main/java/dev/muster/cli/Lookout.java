package dev.muster.cli;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.Posted;
import dev.muster.model.Label;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.outcome.Doubt;
import dev.muster.outcome.Witnesses;
import dev.muster.resolve.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks on SeaX for the sends whose outcome is unknown. Reads only. What cannot be read is no evidence: it neither ends the
 * run nor counts as "not there".
 */
record Lookout(Workspace workspace, Clock clock) {
    /** How long before the attempt the list is read: clocks that are hours apart are commonplace, and the marker decides. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final Duration LAUNCHED_WITHIN = Duration.ofMinutes(15);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\\\p{Cntrl}]{1,200})\"");

    static Lookout on(Connection connection) {
        return new Lookout(connection.workspace(), connection.clock());
    }

    /** Every open send of the lock, or of those entries of it, in the light of what SeaX shows now. */
    List<Doubt> doubts(Lock lock, List<LockEntry> entries) {
        var open = entries.stream().filter(LockEntry::isOpen).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        var since = open.stream()
                .map(entry -> entry.attempt().at().minus(BEFORE))
                .min(Instant::compareTo)
                .orElseThrow();
        try {
            var listed = workspace.capabilities().campaigns()
                    ? Optional.of(workspace.campaigns(since))
                    : Optional.<List<RemoteCampaign>>empty();
            var launches = workspace.capabilities().jobs() ? workspace.launches(since) : List.<RemoteJob>of();
            return open.stream()
                    .map(entry -> doubt(entry, lock, listed, launches))
                    .toList();
        } catch (EnvironmentException unread) {
            return open.stream().map(entry -> unread(entry, lock, unread)).toList();
        }
    }

    private Doubt unread(LockEntry entry, Lock lock, EnvironmentException why) {
        var witnesses = new Witnesses(
                List.of(),
                List.of(),
                Map.of(),
                OptionalInt.empty(),
                answer(entry, lock),
                Optional.of(String.valueOf(why.getMessage())));
        return new Doubt(entry, lock, Optional.empty(), witnesses, now());
    }

    private Doubt doubt(LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, List<RemoteJob> launched) {
        var answer = answer(entry, lock);
        var launches = launched.stream()
                .filter(job -> isAround(entry, job) && isUnknown(lock, job))
                .toList();
        var named = Stream.concat(
                        answer.stream().flatMap(Lookout::ids),
                        launches.stream().flatMap(job -> job.resource().stream()))
                .distinct()
                .map(RemoteId::new)
                .flatMap(id -> workspace.campaign(id).stream())
                .toList();
        var seen = new Doubt(
                entry,
                lock,
                listed,
                new Witnesses(named, launches, Map.of(), OptionalInt.empty(), answer, Optional.empty()),
                now());
        var logged = new TreeMap<RemoteId, Integer>();
        seen.found().forEach(campaign -> logged.put(campaign.id(), logged(campaign)));
        return new Doubt(
                entry,
                lock,
                listed,
                new Witnesses(named, launches, logged, labelled(entry), answer, Optional.empty()),
                seen.now());
    }

    private Instant now() {
        return Doubt.judgedAt(clock.instant(), workspace.skew());
    }

    private static Optional<String> answer(LockEntry entry, Lock lock) {
        return Optional.ofNullable(lock.answers().get(entry.identity())).filter(text -> text.startsWith("HTTP "));
    }

    /** Ids in an answer that was no proof: they are asked about, never believed. */
    private static Stream<String> ids(String answer) {
        return ID.matcher(answer)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .limit(3);
    }

    private static boolean isAround(LockEntry entry, RemoteJob job) {
        var attempted = entry.attempt().at();
        return job.enqueuedAt()
                .filter(at -> !at.isBefore(attempted) && !at.isAfter(attempted.plus(LAUNCHED_WITHIN)))
                .isPresent();
    }

    private static boolean isUnknown(Lock lock, RemoteJob job) {
        var known = lock.entries().values().stream()
                .filter(LockEntry.Confirmed.class::isInstance)
                .map(entry -> ((LockEntry.Confirmed) entry).remote().id().value())
                .collect(Collectors.toUnmodifiableSet());
        return job.resource().filter(known::contains).isEmpty();
    }

    private int logged(RemoteCampaign campaign) {
        return quietly(() -> OptionalInt.of(workspace.logged(campaign.id()))).orElse(0);
    }

    private OptionalInt labelled(LockEntry entry) {
        var receipt = entry.attempt().posted().flatMap(Posted::receipt);
        return receipt.isPresent() && workspace.capabilities().labels()
                ? quietly(() -> workspace.labels().stream()
                        .filter(label -> label.id().equals(receipt.get()))
                        .map(Label::count)
                        .findFirst()
                        .orElse(OptionalInt.empty()))
                : OptionalInt.empty();
    }

    /** A witness that cannot be heard is none; the others still are. */
    private static OptionalInt quietly(Supplier<OptionalInt> question) {
        try {
            return question.get();
        } catch (EnvironmentException unheard) {
            return OptionalInt.empty();
        }
    }
}
