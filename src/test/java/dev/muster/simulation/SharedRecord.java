package dev.muster.simulation;

import dev.muster.lock.Lock;
import java.util.Optional;

/** A record that several machines share and change by compare-and-swap, as a branch on a git server or a row in a database. */
interface SharedRecord {
    State read();

    Outcome compareAndSet(long expected, Lock lock);

    /** The record and how often it was changed. */
    record State(Optional<Lock> lock, long version) {}

    /** What the one who changes it hears: {@code UNKNOWN} is a connection that was lost meanwhile. */
    enum Outcome {
        OK,
        CONFLICT,
        UNKNOWN
    }

    /** A record in memory, which is durable as soon as it is changed. */
    final class InMemory implements SharedRecord {
        private State state = new State(Optional.empty(), 0);

        @Override
        public State read() {
            return state;
        }

        @Override
        public Outcome compareAndSet(long expected, Lock lock) {
            if (state.version() != expected) {
                return Outcome.CONFLICT;
            }
            state = new State(Optional.of(lock), expected + 1);
            return Outcome.OK;
        }
    }
}
