package dev.muster.lock.merge;

import dev.muster.model.Sha256;
import java.util.List;
import java.util.stream.Stream;

/** The versions of a lock file that git has. */
public interface CommittedLocks {
    /** The texts of versions in which this digest stands, on whatever branch; not all of them have it as their own. */
    Stream<String> naming(Sha256 digest);

    /** Commands that print the versions before the merge that git could not finish. */
    List<String> befores();

    /** For a place where nobody asks git. */
    CommittedLocks NONE = new CommittedLocks() {
        @Override
        public Stream<String> naming(Sha256 digest) {
            return Stream.empty();
        }

        @Override
        public List<String> befores() {
            return List.of();
        }
    };
}
