package dev.muster.contacts;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An import that SeaX works on: its state in SeaX's word, and how many rows it has taken and refused, where it says so (API
 * document, section 6).
 */
public record ImportJob(
        String id,
        String status,
        OptionalInt total,
        OptionalInt processed,
        OptionalInt failed,
        Optional<String> error) {
    /** The ends that the vendor's OpenAPI document names; {@code completed} is tolerated. */
    private static final Set<String> ENDS = Set.of("finished", "completed", "failed", "stopped", "canceled");

    public boolean isOver() {
        return ENDS.contains(status.toLowerCase(Locale.ROOT));
    }

    /** Over, and every row is in. */
    public boolean isWhole() {
        var word = status.toLowerCase(Locale.ROOT);
        return (word.equals("finished") || word.equals("completed")) && failed.orElse(0) == 0;
    }
}
