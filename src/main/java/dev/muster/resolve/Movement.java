package dev.muster.resolve;

import java.time.Instant;
import java.util.Optional;

/**
 * What a reading of all contacts saw change: a workspace moves while it is read.
 *
 * @param from when the reading began, where that is known
 * @param to when it ended
 * @param added how many contacts were added meanwhile, as far as that can be seen
 * @param removed how many contacts went away meanwhile, as far as that can be seen
 * @param relabelled how many labels were given or taken meanwhile, as far as that can be seen
 * @param missing how many contacts SeaX counted all the time and never gave
 */
public record Movement(
        Optional<Instant> from, Optional<Instant> to, int added, int removed, int relabelled, int missing) {
    /** Nothing changed. */
    public static final Movement NONE = new Movement(Optional.empty(), Optional.empty(), 0, 0, 0, 0);

    /** How many changes were seen. */
    public int changes() {
        return added + removed + relabelled;
    }

    /** How many contacts came or went. */
    public int contacts() {
        return added + removed;
    }

    /** The same with so many changed labels and missing contacts. */
    Movement with(int labels, int contacts) {
        return new Movement(from, to, added, removed, labels, contacts);
    }
}
