package dev.muster.seax;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a workspace is read.
 *
 * @param perSecond how many requests a second it is asked at most; empty for no limit
 * @param maxContacts how many contacts it may have
 * @param progress hears of long lists
 * @param clock the clock that SeaX's own is held against
 */
public record ReadSettings(OptionalInt perSecond, int maxContacts, ReadProgress progress, Optional<Clock> clock) {
    /** As fast as it answers, and nobody watches. */
    public static final ReadSettings DEFAULT =
            new ReadSettings(OptionalInt.empty(), 20_000_000, ReadProgress.UNSEEN, Optional.empty());
}
