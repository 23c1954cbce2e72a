package dev.muster.lock;

import dev.muster.model.SingleIdentity;
import java.util.Collection;
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

    /** Those that SeaX took otherwise than asked, which nobody has accepted, oldest first. */
    public Stream<SingleEntry> odd() {
        return entries.values().stream().filter(entry -> !entry.concerns().isEmpty());
    }

    /** The one that a message with one of these likenesses would repeat: one in doubt, else the last that may have arrived. */
    public Optional<SingleEntry> repeatedBy(Collection<String> likenesses) {
        return alike(likenesses)
                .filter(SingleEntry::isOpen)
                .findFirst()
                .or(() -> alike(likenesses).reduce((earlier, later) -> later));
    }

    private Stream<SingleEntry> alike(Collection<String> likenesses) {
        return entries.values().stream()
                .filter(entry -> likenesses.contains(entry.attempt().likeness()) && entry.mayHaveArrived());
    }
}
