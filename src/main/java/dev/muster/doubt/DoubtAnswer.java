package dev.muster.doubt;

import java.util.List;
import java.util.function.Supplier;

/** What comes of a person's answer to a doubt about a campaign or a single message, {@code E} being its entry. */
public sealed interface DoubtAnswer<E> {

    /** The doubt ends with this entry, unless something speaks against it. */
    static <E> DoubtAnswer<E> unless(List<String> objections, Supplier<E> entry) {
        return objections.isEmpty() ? new Settled<>(entry.get()) : new Contradicted<>(objections);
    }

    /** The doubt ends with this entry. */
    record Settled<E>(E entry) implements DoubtAnswer<E> {}

    /** What SeaX shows speaks against the answer; nothing changes. */
    record Contradicted<E>(List<String> objections) implements DoubtAnswer<E> {
        public Contradicted {
            objections = List.copyOf(objections);
        }
    }
}
