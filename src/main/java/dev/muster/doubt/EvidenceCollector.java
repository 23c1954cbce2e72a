package dev.muster.doubt;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.RequestSummary;
import dev.muster.model.Label;
import dev.muster.model.RemoteCampaign;
import dev.muster.model.RemoteId;
import dev.muster.model.RemoteJob;
import dev.muster.resolve.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
public record EvidenceCollector(Workspace workspace, Instant now) {
    private static final Duration LAUNCHED_WITHIN = Duration.ofMinutes(15);

    /** How far SeaX's clock may be behind the record's. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\\\p{Cntrl}]{1,200})\"");

    /** Every open send among these entries of the lock, in the light of what SeaX shows now. */
    public List<OpenSendEvidence> doubts(Lock lock, Collection<LockEntry> entries) {
        try {
            var unsure = entries.stream().filter(EvidenceCollector::mayBeOpen).toList();
            return doubts(lock, unsure, listing(unsure));
        } catch (EnvironmentException unread) {
            return open(entries).map(entry -> unread(entry, lock, unread)).toList();
        }
    }

    private static boolean mayBeOpen(LockEntry entry) {
        return entry.isOpen() || entry instanceof LockEntry.Rejected;
    }

    /**
     * What SeaX lists, as far back as these entries need it: all of it for an open one, since the marker decides then, and
     * neither a clock nor the age of a campaign does; the last days for those that are settled. Absent where SeaX cannot list
     * campaigns, and where no entry needs it.
     */
    public Optional<List<RemoteCampaign>> listing(Collection<LockEntry> entries) {
        return since(entries)
                .filter(since -> workspace.capabilities().campaigns())
                .map(workspace::campaigns);
    }

    private Optional<Instant> since(Collection<LockEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.isOpen() || Audit.isRecent(entry, now))
                .map(entry ->
                        entry.isOpen() ? Instant.EPOCH : entry.attempt().at().minus(CLOCK_SKEW))
                .min(Instant::compareTo);
    }

    /** The same doubts, where the campaigns of SeaX were listed already. */
    public List<OpenSendEvidence> doubts(
            Lock lock, Collection<LockEntry> entries, Optional<List<RemoteCampaign>> listed) {
        var open = entries.stream()
                .flatMap(entry -> open(entry, listed.orElse(List.of())))
                .toList();
        var launches = open.isEmpty() ? Heard.of(List.<RemoteJob>of()) : launches(open);
        return open.stream().map(entry -> doubt(entry, lock, listed, launches)).toList();
    }

    /** A send that SeaX refused and shows all the same is open again. */
    private Stream<LockEntry> open(LockEntry entry, List<RemoteCampaign> listed) {
        return entry instanceof LockEntry.Rejected refused
                        && !Audit.bearers(entry, listed).isEmpty()
                ? Stream.of(refused.reopen(now, "muster"))
                : open(List.of(entry));
    }

    private static Stream<LockEntry> open(Collection<LockEntry> entries) {
        return entries.stream().filter(LockEntry::isOpen);
    }

    private Heard<List<RemoteJob>> launches(List<LockEntry> open) {
        var since = open.stream()
                .map(entry -> entry.attempt().at())
                .min(Instant::compareTo)
                .orElseThrow();
        return workspace.capabilities().jobs()
                ? Heard.asking(() -> workspace.launches(since), List.of())
                : Heard.of(List.of());
    }

    private OpenSendEvidence unread(LockEntry entry, Lock lock, EnvironmentException why) {
        var witnesses = Evidence.unread(answer(entry, lock), String.valueOf(why.getMessage()));
        return new OpenSendEvidence(entry, lock, Optional.empty(), witnesses, judgedAt());
    }

    private OpenSendEvidence doubt(
            LockEntry entry, Lock lock, Optional<List<RemoteCampaign>> listed, Heard<List<RemoteJob>> launched) {
        var answer = answer(entry, lock);
        var launches = launched.said().stream()
                .filter(job -> isAround(entry, job) && isUnknown(lock, job))
                .toList();
        var named = named(answer, launches);
        var unread = Stream.concat(Stream.of(launched), named.stream())
                .flatMap(heard -> heard.unread().stream())
                .findFirst();
        var campaigns = named.stream().flatMap(heard -> heard.said().stream()).toList();
        var witnesses = new Evidence(campaigns, launches, Map.of(), labelled(entry), answer, unread);
        var seen = new OpenSendEvidence(entry, lock, listed, witnesses, judgedAt());
        var logged = new TreeMap<RemoteId, Integer>();
        seen.found().forEach(campaign -> logged.put(campaign.id(), logged(campaign)));
        return new OpenSendEvidence(entry, lock, listed, witnesses.logging(logged), seen.now());
    }

    /** Read one by one, each quietly: that one of them cannot be read does not hide another. */
    private List<Heard<Optional<RemoteCampaign>>> named(Optional<String> answer, List<RemoteJob> launches) {
        return Stream.concat(
                        answer.stream().flatMap(EvidenceCollector::ids),
                        launches.stream().flatMap(job -> job.resource().stream()))
                .distinct()
                .map(RemoteId::new)
                .map(id -> Heard.asking(() -> workspace.campaign(id), Optional.<RemoteCampaign>empty()))
                .toList();
    }

    Instant judgedAt() {
        return OpenSendEvidence.judgedAt(now, workspace.skew());
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
                .flatMap(entry -> entry.sentAs().stream())
                .map(RemoteId::value)
                .collect(Collectors.toUnmodifiableSet());
        return job.resource().filter(known::contains).isEmpty();
    }

    private int logged(RemoteCampaign campaign) {
        return quietly(() -> workspace.logged(campaign.id())).orElse(0);
    }

    private OptionalInt labelled(LockEntry entry) {
        var receipt = entry.attempt().posted().flatMap(RequestSummary::receipt);
        return receipt.isPresent() && workspace.capabilities().labels()
                ? quietly(workspace::labels).orElse(List.of()).stream()
                        .filter(label -> label.id().equals(receipt.get()))
                        .map(Label::count)
                        .findFirst()
                        .orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    /** What a witness said; where it could not be heard, why, and what stands in its place. */
    private record Heard<T>(T said, Optional<String> unread) {
        static <T> Heard<T> of(T said) {
            return new Heard<>(said, Optional.empty());
        }

        static <T> Heard<T> asking(Supplier<T> question, T otherwise) {
            try {
                return of(question.get());
            } catch (EnvironmentException unheard) {
                return new Heard<>(otherwise, Optional.of(String.valueOf(unheard.getMessage())));
            }
        }
    }

    /** A witness that cannot be heard is none; the others still are. */
    private static <T> Optional<T> quietly(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (EnvironmentException unheard) {
            return Optional.empty();
        }
    }
}
