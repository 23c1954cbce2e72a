package dev.muster.doubt;

import java.util.List;

/** What comes of a person's answer to a doubt about a campaign or a single message, {@code E} being its entry. */
public sealed interface Ending<E> {

    /** The doubt ends with this entry. */
    record Settled<E>(E entry) implements Ending<E> {}

    /** What SeaX shows speaks against the answer; nothing changes. */
    record Contradicted<E>(List<String> objections) implements Ending<E> {
        public Contradicted {
            objections = List.copyOf(objections);
        }
    }
}
