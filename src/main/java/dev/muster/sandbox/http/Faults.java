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

    /** So many answers that are right, and then so many that are not. */
    synchronized void add(Operation operation, Fault fault, int after, int times) {
        var queue = coming.computeIfAbsent(operation, key -> new ArrayDeque<>());
        queue.addAll(Collections.nCopies(after, Fault.none()));
        queue.addAll(Collections.nCopies(times, fault));
    }

    synchronized Optional<Fault> next(Operation operation) {
        return Optional.ofNullable(coming.get(operation)).map(Deque::poll);
    }

    synchronized void clear() {
        coming.clear();
    }
}
