package dev.muster.lock.merge;

import dev.muster.lock.format.LockJson;
import dev.muster.model.Sha256;
import java.util.Optional;

/** Two versions of a lock file, and the one that both come from, if it is known. */
public record LockVersions(Optional<LockVersion> base, LockVersion ours, LockVersion theirs) {
    public LockVersions {
        base = base.filter(version -> !version.text().isBlank());
    }

    /** Joins them as far as they do not contradict each other; any workspace may be theirs, and no journal is looked at. */
    public LockMerged merged() {
        return new LockJoin(Optional.empty(), Optional.empty(), CommittedLocks.NONE, Optional.empty()).of(this);
    }

    /** The text of the file that replaces our version. */
    public String file(LockMerged.Joined joined) {
        return LockJson.write(joined.lock(), ours.named()).text();
    }

    /** The digest that our version names. */
    public Optional<Sha256> previous() {
        return ours.named();
    }
}
