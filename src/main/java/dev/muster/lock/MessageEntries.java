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
public record MessageEntries(long steps, SortedMap<SingleIdentity, MessageEntry> entries) {
    public static final MessageEntries NONE = new MessageEntries(0, new TreeMap<>());

    public MessageEntries {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public Optional<MessageEntry> entry(SingleIdentity identity) {
        return Optional.ofNullable(entries.get(identity));
    }

    /** Those whose outcome is unknown, oldest first. */
    public Stream<MessageEntry> open() {
        return entries.values().stream().filter(MessageEntry::isOpen);
    }

    /** Those that SeaX took otherwise than asked, which nobody has accepted, oldest first. */
    public Stream<MessageEntry> odd() {
        return entries.values().stream().filter(entry -> !entry.concerns().isEmpty());
    }

    /** The one that a message with one of these likenesses would repeat: one in doubt, else the last that may have arrived. */
    public Optional<MessageEntry> repeatedBy(Collection<String> likenesses) {
        return alike(likenesses)
                .filter(MessageEntry::isOpen)
                .findFirst()
                .or(() -> alike(likenesses).reduce((earlier, later) -> later));
    }

    private Stream<MessageEntry> alike(Collection<String> likenesses) {
        return entries.values().stream()
                .filter(entry -> likenesses.contains(entry.attempt().likeness())
                        && SendState.of(entry).mayHaveReachedPeople());
    }
}
