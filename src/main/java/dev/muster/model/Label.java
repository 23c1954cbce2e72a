package dev.muster.model;

import java.util.OptionalInt;

/**
 * A label in SeaX. {@code system} marks those that SeaX keeps itself, such as {@code DNC}; {@code description} is empty where
 * there is none.
 */
public record Label(LabelId id, LabelName name, boolean system, OptionalInt count, String description) {
    /** Without a description. */
    public Label(LabelId id, LabelName name, boolean system, OptionalInt count) {
        this(id, name, system, count, "");
    }
}
