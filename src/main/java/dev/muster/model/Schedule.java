package dev.muster.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a campaign goes out. */
public sealed interface Schedule {

    /** As soon as it is applied; nothing can call it back. */
    record Immediately() implements Schedule {}

    /**
     * At {@code start}; {@code end} is the requested cut-off. {@code zone} is how the author thinks of these times and
     * is for display only.
     */
    record Window(Instant start, Optional<Instant> end, ZoneId zone) implements Schedule {}
}
