package dev.muster.lock.merge;

import dev.muster.lock.Lock;
import java.util.List;

/** What became of joining two versions of a record. */
public sealed interface LockMerged {
    /** Everything that either has is in one record; {@code decided} says what a person decided, entry by entry. */
    record Joined(Lock lock, List<String> decided) implements LockMerged {
        public Joined {
            decided = List.copyOf(decided);
        }
    }

    /** They contradict each other; each contradiction shows both sides. */
    record Apart(List<String> contradictions) implements LockMerged {
        public Apart {
            contradictions = List.copyOf(contradictions);
        }
    }
}
