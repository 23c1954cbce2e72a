package dev.muster.lock;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a person decided about entries that contradict each other: whose version stays, and why.
 *
 * @param all the side of every entry that {@code each} does not name
 * @param each the sides of single entries, by their identity such as {@code sale/1}
 */
public record MergeDecision(Optional<Side> all, Map<String, Side> each, String reason, Instant at, String by) {
    public MergeDecision {
        each = Map.copyOf(each);
    }

    /** One of the two versions, in git's words. */
    public enum Side {
        OURS,
        THEIRS
    }

    public Optional<Side> of(String identity) {
        return Optional.ofNullable(each.get(identity)).or(() -> all);
    }
}
