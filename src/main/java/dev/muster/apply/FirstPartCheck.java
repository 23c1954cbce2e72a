package dev.muster.apply;

import dev.muster.model.RemoteId;
import java.util.Optional;

/** One look at the log of a campaign's first part before its second is posted. */
@FunctionalInterface
public interface FirstPartCheck {
    /** Why the rest would fail for everybody, if the log says so; a log that cannot be read says nothing. */
    Optional<String> objection(RemoteId first);
}
