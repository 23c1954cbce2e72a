package dev.muster.lock;

import java.util.List;

/** What became of joining two versions of a record. */
public sealed interface LockMerged {
    /** Everything that either has is in one record. */
    record Joined(Lock lock) implements LockMerged {}

    /** They contradict each other; each contradiction shows both sides. */
    record Apart(List<String> contradictions) implements LockMerged {
        public Apart {
            contradictions = List.copyOf(contradictions);
        }
    }
}
