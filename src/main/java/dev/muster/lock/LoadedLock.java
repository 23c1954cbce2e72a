package dev.muster.lock;

import java.util.Optional;

/**
 * A record as it was loaded, and why nothing may be sent by it, if nothing may: it is not the newest one that was used from
 * here. What was recorded can be read all the same.
 */
public record LoadedLock(Optional<Lock> lock, Optional<LockException> objection) {
    /** The record, where something may be sent by it. */
    public Optional<Lock> orRefuse() {
        objection.ifPresent(refused -> {
            throw refused;
        });
        return lock;
    }
}
