package dev.muster.apply;

import dev.muster.lock.LockEntry;
import dev.muster.lock.RemoteReference;
import dev.muster.model.Expectation;
import dev.muster.model.RemoteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Turns the verdict on a post into the entry that records it, and the entry into what the user is told. {@code recordedWith}
 * names the campaigns and single messages that are recorded with an id of SeaX.
 */
record OutcomeRecorder(LockEntry.Intent intent, Function<RemoteId, List<String>> recordedWith, Instant at, String by) {

    /**
     * The entry.
     *
     * @param approved how many messages a person approved
     * @param expect what the author expects of SeaX's own count, too
     */
    LockEntry entry(SendResult result, int approved, Expectation expect) {
        if (result instanceof SendResult.Accepted accepted) {
            return ownerOf(accepted.id())
                    .<LockEntry>map(other -> intent.doubt("SeaX answered with the id of " + other, at, by))
                    .orElseGet(() -> confirmed(accepted, approved, expect));
        }
        if (result instanceof SendResult.Refused refused) {
            return intent.reject(refused.reason(), retryAt(refused), at, by);
        }
        return intent.doubt(((SendResult.Unknown) result).reason(), at, by);
    }

    private LockEntry confirmed(SendResult.Accepted accepted, int approved, Expectation expect) {
        var remote = new RemoteReference(accepted.id(), accepted.jobId(), accepted.status(), accepted.targetCount());
        var anomalies = Stream.of(
                        accepted.anomalies().stream(),
                        accepted.targetCount().stream().boxed().flatMap(count -> otherCount(count, approved, expect)))
                .flatMap(found -> found)
                .toList();
        return intent.confirm(remote, anomalies, at, by, "SeaX answered with the id");
    }

    private static Stream<String> otherCount(int count, int approved, Expectation expect) {
        var messages = "SeaX messages " + count + " contacts, ";
        if (count > approved) {
            return Stream.of(messages + "approved were " + approved);
        }
        if (count < expect.atLeast().orElse(0)) {
            return Stream.of(
                    messages + "expected were at least " + expect.atLeast().orElseThrow());
        }
        return count == 0 && approved > 0 ? Stream.of("SeaX messages nobody, approved were " + approved) : Stream.of();
    }

    /** An id that something else has says nothing about this campaign; its marker in SeaX's list does. */
    private Optional<String> ownerOf(RemoteId id) {
        return recordedWith.apply(id).stream().findFirst();
    }

    /** A refusal of the run as a whole (key, connection, rate) is no fault of the campaign: it may be tried again. */
    private Optional<Instant> retryAt(SendResult.Refused refused) {
        return refused.retryAfter().map(at::plus).or(() -> refused.stopsRun() ? Optional.of(at) : Optional.empty());
    }

    static ApplyResult effect(LockEntry entry, SendResult result, int approved) {
        if (entry instanceof LockEntry.Confirmed confirmed) {
            var remote = confirmed.remote();
            int messages = remote.targetCount().orElse(approved);
            return new ApplyResult.Sent(entry.identity(), remote.id(), messages, confirmed.anomalies());
        }
        if (entry instanceof LockEntry.Rejected rejected) {
            boolean stops = result instanceof SendResult.Refused refused && refused.stopsRun();
            return new ApplyResult.Refused(entry.identity(), rejected.reason(), stops);
        }
        return new ApplyResult.InDoubt(entry.identity(), ((LockEntry.InDoubt) entry).reason());
    }

    /** What a person types when the outcome could not be written. */
    static String recovery(LockEntry.Intent intent, SendResult result) {
        var resolve = "muster resolve " + intent.identity().key();
        return result instanceof SendResult.Accepted accepted
                ? resolve + " --sent " + quoted(accepted.id().value())
                        + " --reason \"sent, but it could not be recorded\""
                : resolve;
    }

    /** An id is the server's word, and this one is meant to be pasted into a shell. */
    private static String quoted(String id) {
        return id.matches("[A-Za-z0-9_.-]+") ? id : "'" + id.replace("'", "'\\''") + "'";
    }

    static String outcome(SendResult result) {
        if (result instanceof SendResult.Accepted accepted) {
            return "sent as " + accepted.id();
        }
        return result instanceof SendResult.Refused refused
                ? "not sent: " + refused.reason()
                : "unknown: " + ((SendResult.Unknown) result).reason();
    }
}
