package dev.muster.sandbox.world;

import java.time.Instant;

/** How a sandbox's world begins: what its clock shows, and how many contact rows it has. */
public record InitialState(Instant clock, int contacts) {
    /** The world that a newcomer finds. */
    public InitialState(Instant clock) {
        this(clock, DefaultContacts.ROWS);
    }

    SandboxWorld world() {
        return DefaultWorld.at(clock, contacts);
    }
}
