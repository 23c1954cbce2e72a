package dev.muster.lock;

import dev.muster.model.SingleIdentity;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The single messages of a record, and how many of its steps they took. No plan depends on these steps: whoever answers one
 * person must not make somebody's approval of a campaign stale.
 */
public record Singles(long steps, SortedMap<SingleIdentity, SingleEntry> entries) {
    public static final Singles NONE = new Singles(0, new TreeMap<>());

    public Singles {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public Optional<SingleEntry> entry(SingleIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** Those whose outcome is unknown, oldest first. */
    public Stream<SingleEntry> open() {
        return entries.values().stream().filter(SingleEntry::isOpen);
    }

    /** The one that the same text to the same number would repeat: one in doubt, else the last that may have arrived. */
    public Optional<SingleEntry> repeatedBy(String likeness) {
        return alike(likeness)
                .filter(SingleEntry::isOpen)
                .findFirst()
                .or(() -> alike(likeness).reduce((earlier, later) -> later));
    }

    private Stream<SingleEntry> alike(String likeness) {
        return entries.values().stream()
                .filter(entry -> entry.attempt().likeness().equals(likeness) && entry.mayHaveArrived());
    }
}
