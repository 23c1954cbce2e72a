package dev.muster.seax;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of a list, as one answer gave it: the rows from {@code offset} on. {@code total} is how many rows the list has by
 * that answer; it may be absent or wrong. {@code times} says in which order the rows were created.
 */
record SeaxPage<T>(int offset, OptionalInt total, List<T> rows, Times times) {
    /** When the first and the last row were created, and whether the rows between are in that order. */
    record Times(Optional<Instant> first, Optional<Instant> last, boolean isRising, boolean isFalling) {
        boolean goesOnRising(Times next) {
            return isRising && next.isRising && isOrdered(last, next.first);
        }

        boolean goesOnFalling(Times next) {
            return isFalling && next.isFalling && isOrdered(next.first, last);
        }

        private static boolean isOrdered(Optional<Instant> earlier, Optional<Instant> later) {
            return earlier.isPresent() && later.isPresent() && !earlier.get().isAfter(later.get());
        }
    }

    /** The place after the last row. */
    int end() {
        return offset + rows.size();
    }

    /** The place of the last row. */
    int last() {
        return Math.max(0, end() - 1);
    }

    /** Whether its total is a count of the list: it is not that of this page. */
    boolean showsCount() {
        return total.isPresent() && (total.getAsInt() > end() || (offset > 0 && total.getAsInt() == end()));
    }

    /** Whether its own total says that nothing follows. */
    boolean isPromisedEnd() {
        return total.isPresent() && total.getAsInt() == end();
    }
}
