package dev.muster.lock;

import java.time.Instant;
import java.util.Optional;

/** One step in the history of an entry: when, from and to which state, which run or person, and on what evidence. */
public record Transition(Instant at, Optional<EntryState> from, EntryState to, String by, String evidence) {}
