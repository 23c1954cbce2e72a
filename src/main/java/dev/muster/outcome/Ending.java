package dev.muster.outcome;

import dev.muster.lock.LockEntry;
import java.util.List;

/** What comes of a person's answer to a doubt. */
public sealed interface Ending {

    /** The doubt ends with this entry. */
    record Settled(LockEntry entry) implements Ending {}

    /** What SeaX shows speaks against the answer; nothing changes. */
    record Contradicted(List<String> objections) implements Ending {
        public Contradicted {
            objections = List.copyOf(objections);
        }
    }
}
