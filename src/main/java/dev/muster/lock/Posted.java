package dev.muster.lock;

import dev.muster.model.Audience;
import dev.muster.model.LabelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whom an attempt asked SeaX to message, and from when on (absent: at once), so that a later plan can say who got a message
 * lately. Labels only; of single contacts that were excluded there is only the number.
 */
public record Posted(
        List<LabelId> any, List<LabelId> all, List<LabelId> exclude, int excludedContacts, Optional<Instant> start) {
    public Posted {
        any = List.copyOf(any);
        all = List.copyOf(all);
        exclude = List.copyOf(exclude);
    }

    /** What is kept of an audience: everything but the ids of contacts. */
    public static Posted of(Audience<LabelId> audience, Optional<Instant> start) {
        return new Posted(
                audience.any(),
                audience.all(),
                audience.exclude(),
                audience.excludeContacts().size(),
                start);
    }

    /** The audience without its excluded contacts: at least everybody who was messaged. */
    public Audience<LabelId> audience() {
        return new Audience<>(any, all, exclude, List.of());
    }
}
