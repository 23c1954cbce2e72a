package dev.muster.simulation;

import dev.muster.lock.EntryState;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.model.Marker;
import dev.muster.model.Sha256;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must hold after every step, judged by SeaX's ledger and by the record that a crash would leave:
 *
 * <ul>
 * <li>I1: nobody gets a generation of a campaign twice, with receipt labels not even where a gateway repeats the post
 * <li>I2: what was sent is in the record, as about to be sent, in doubt, confirmed, or given up as unknown
 * <li>I3: what is confirmed is on SeaX, under that id, with its marker
 * <li>I4: nobody who opted out is messaged, nobody outside the audience, and not more people than were approved
 * <li>I5: a post has an intent of its own in the record, with the digest of the very body
 * <li>I6: the serial never goes down, and history only grows
 * </ul>
 */
final class Promises {
    private static final Set<EntryState> KNOWS_OF_A_SEND =
            EnumSet.of(EntryState.INTENT, EntryState.IN_DOUBT, EntryState.CONFIRMED);

    private final World world;
    private final Set<String> nonces = new HashSet<>();
    private final Map<Marker, Instant> intended = new HashMap<>();
    private Optional<Lock> last = Optional.empty();
    private int judged;

    Promises(World world) {
        this.world = world;
    }

    /** When the newest intent of a send became durable, in true time. */
    Instant intended(Marker marker) {
        return intended.getOrDefault(marker, Instant.MIN);
    }

    /** Judged after SeaX acted on it, so that whom it reached is judged first. */
    void posted(String body) {
        if (!world.design().remembers()) {
            return;
        }
        if (judged < world.seax().ledger().size()) {
            check(world.durable());
        }
        var marker = marker(body);
        var entry = world.durable().flatMap(lock -> byMarker(lock, marker));
        Violation.unless(
                entry.filter(LockEntry.Intent.class::isInstance).isPresent(), "I5", "a post without a durable intent");
        var attempt = entry.orElseThrow().attempt();
        Violation.unless(attempt.payload().equals(Optional.of(Sha256.of(body))), "I5", "a body that was not approved");
        Violation.unless(nonces.add(attempt.nonce()), "I5", "two posts from one intent");
    }

    private static Marker marker(String body) {
        return Marker.in(JsonMapper.shared().readTree(body).path("name").asString())
                .orElseThrow();
    }

    static Optional<LockEntry> byMarker(Lock lock, Marker marker) {
        return lock.entries().values().stream()
                .filter(entry -> entry.attempt().marker().equals(marker))
                .findFirst();
    }

    @SuppressWarnings("ReferenceEquality") // a record that was read before is the same one; equal ones are judged again
    void check(Optional<Lock> now) {
        boolean sameRecord = now.isPresent() == last.isPresent() && (now.isEmpty() || now.get() == last.orElseThrow());
        if (sameRecord && judged == world.seax().ledger().size()) {
            return;
        }
        if (!world.design().remembers()) {
            world.seax().ledger().forEach(this::reachesNobodyTwice);
            return;
        }
        sends(now);
        now.ifPresent(this::confirmations);
        grows(now);
        now.ifPresent(this::remember);
        last = now;
    }

    private void sends(Optional<Lock> now) {
        var ledger = world.seax().ledger();
        for (var sent : ledger) {
            Violation.unless(world.seax().sends(sent.marker()) == 1, "I1", "sent twice");
            reachesNobodyTwice(sent);
            var entry = now.flatMap(lock -> byMarker(lock, sent.marker()));
            Violation.unless(entry.filter(Promises::knowsOfASend).isPresent(), "I2", "sent and forgotten");
        }
        for (var sent : ledger.subList(judged, ledger.size())) {
            people(sent, now.flatMap(lock -> byMarker(lock, sent.marker())).orElseThrow());
        }
        judged = ledger.size();
    }

    private void reachesNobodyTwice(SimulatedSeax.Sent sent) {
        if (world.seax().sends(sent.marker()) > 1) {
            world.saw("a run sent again");
        }
        Violation.unless(!world.seax().messagedTwice(sent.marker()), "I1", "somebody got it twice");
    }

    private static boolean knowsOfASend(LockEntry entry) {
        return KNOWS_OF_A_SEND.contains(entry.state())
                || (entry instanceof LockEntry.Abandoned abandoned && !abandoned.outcomeKnown());
    }

    private void people(SimulatedSeax.Sent sent, LockEntry entry) {
        for (var row : sent.reached()) {
            Violation.unless(!world.seax().isOptedOut(row), "I4", "somebody who opted out is messaged");
            Violation.unless(
                    row.labels().contains(SimulatedSeax.PREMIUM), "I4", "somebody outside the audience is messaged");
        }
        Violation.unless(
                sent.reached().size() <= entry.attempt().audience().messages(), "I4", "more people than approved");
    }

    private void confirmations(Lock now) {
        for (var entry : now.entries().values()) {
            if (entry instanceof LockEntry.Confirmed confirmed) {
                Violation.unless(isOnSeax(confirmed), "I3", "confirmed, and SeaX does not have it");
            }
        }
    }

    private boolean isOnSeax(LockEntry.Confirmed entry) {
        return world.seax().ledger().stream()
                .anyMatch(sent -> sent.id().equals(entry.remote().id())
                        && sent.marker().equals(entry.attempt().marker()));
    }

    private void grows(Optional<Lock> now) {
        if (last.isEmpty() || now.equals(last)) {
            return;
        }
        Violation.unless(now.isPresent(), "I6", "the record is gone");
        Violation.unless(now.orElseThrow().serial() >= last.get().serial(), "I6", "the serial went down");
        for (var before : last.get().entries().values()) {
            var after = now.get().entry(before.identity());
            Violation.unless(after.filter(entry -> continues(before, entry)).isPresent(), "I6", "history was lost");
        }
    }

    private static boolean continues(LockEntry before, LockEntry after) {
        int length = before.history().size();
        return after.history().size() >= length
                && after.history().subList(0, length).equals(before.history());
    }

    private void remember(Lock now) {
        for (var entry : now.entries().values()) {
            if (last.flatMap(lock -> lock.entry(entry.identity()))
                    .filter(entry::equals)
                    .isPresent()) {
                continue;
            }
            var step = entry.history().get(entry.history().size() - 1);
            world.saw(step.from().map(Enum::name).orElse("nothing") + " → " + step.to());
            if (entry.state() == EntryState.INTENT) {
                intended.put(entry.attempt().marker(), world.time().truth());
            }
        }
    }
}
