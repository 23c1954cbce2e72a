package dev.muster.model.project;

import java.time.Duration;
import java.util.Optional;

/** How often the embedded sandbox gains a contact, loses one, and relabels one; what is absent does not happen. */
public record SandboxMovement(Optional<Duration> add, Optional<Duration> remove, Optional<Duration> relabel) {
    /** A workspace that stands still. */
    public static final SandboxMovement NONE =
            new SandboxMovement(Optional.empty(), Optional.empty(), Optional.empty());
}
