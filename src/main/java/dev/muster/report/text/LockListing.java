package dev.muster.report.text;

import dev.muster.lock.Entry;
import dev.muster.lock.Lock;
import dev.muster.lock.SendState;
import dev.muster.model.RemoteId;
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
                lock.entries().values().stream()
                        .map(entry -> row(entry, entry.attempt().audience().messages())),
                lock.singles().entries().values().stream().map(entry -> row(entry, 1)));
    }

    private static List<Object> row(Entry entry, int messages) {
        return List.of(
                entry.identity().toString(),
                SendState.of(entry),
                entry.since().toString(),
                messages,
                entry.sentAs().map(RemoteId::value).orElse(""));
    }
}
