package dev.muster.lock;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a store on this machine takes from outside: {@code lineages} makes a new UUID each time, {@code pid} and
 * {@code host} name this process to others.
 */
public record LockEnvironment(Supplier<String> lineages, Clock clock, long pid, String host) {}
