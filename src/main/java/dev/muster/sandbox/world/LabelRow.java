package dev.muster.sandbox.world;

import java.time.Instant;

/** A label; {@code system} marks those that SeaX keeps itself, such as {@code DNC}. */
public record LabelRow(String id, String name, String color, String description, boolean system, Instant created) {
    LabelRow renamed(String to) {
        return new LabelRow(id, to, color, description, system, created);
    }
}
