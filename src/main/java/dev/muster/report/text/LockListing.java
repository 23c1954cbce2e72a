package dev.muster.report.text;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.report.Listing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every send of a lock in a line: campaigns, then single messages. */
public final class LockListing {
    private static final List<String> COLUMNS = List.of("campaign", "state", "since", "messages", "id");

    private LockListing() {}

    /** An absent lock has no lines. */
    public static Listing of(Optional<Lock> lock) {
        var rows = lock.stream().flatMap(LockListing::rows).toList();
        return new Listing("entries", COLUMNS, rows);
    }

    private static Stream<List<Object>> rows(Lock lock) {
        return Stream.concat(
                lock.entries().values().stream().map(LockListing::row),
                lock.singles().entries().values().stream().map(LockListing::row));
    }

    private static List<Object> row(LockEntry entry) {
        var id = entry instanceof LockEntry.Confirmed confirmed
                ? confirmed.remote().id().value()
                : "";
        return List.of(
                entry.identity().toString(),
                SendState.of(entry),
                entry.since().toString(),
                entry.attempt().audience().messages(),
                id);
    }

    private static List<Object> row(MessageEntry entry) {
        return List.of(
                entry.identity().toString(),
                SendState.of(entry),
                entry.since().toString(),
                1,
                entry.remote().map(Object::toString).orElse(""));
    }
}
