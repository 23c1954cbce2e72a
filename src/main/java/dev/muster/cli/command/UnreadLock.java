package dev.muster.cli.command;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.lock.ExclusiveRun;
import dev.muster.lock.Lock;
import dev.muster.lock.LockStore;
import dev.muster.lock.RunIdentity;
import java.util.Optional;

/** A record out of reach. Whoever needs it hears why; an offline plan, by which nothing can be sent, goes on without it. */
public record UnreadLock(EnvironmentException why) implements LockStore {
    @Override
    public Optional<Lock> load() {
        throw why;
    }

    @Override
    public ExclusiveRun begin(RunIdentity run) {
        throw why;
    }
}
