package dev.muster.sandbox.http;

import dev.muster.sandbox.api.Operation;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The faults that are yet to come, by operation and in order. They live as long as the server process. */
final class Faults {
    private final Map<Operation, Deque<Fault>> coming = new EnumMap<>(Operation.class);

    synchronized void add(Operation operation, Fault fault, int times) {
        coming.computeIfAbsent(operation, key -> new ArrayDeque<>()).addAll(Collections.nCopies(times, fault));
    }

    synchronized Optional<Fault> next(Operation operation) {
        return Optional.ofNullable(coming.get(operation)).map(Deque::poll);
    }

    synchronized void clear() {
        coming.clear();
    }
}
