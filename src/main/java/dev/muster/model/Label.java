package dev.muster.model;

import java.util.OptionalInt;

/** A label in SeaX. {@code system} marks those that SeaX keeps itself, such as {@code DNC}. */
public record Label(LabelId id, LabelName name, boolean system, OptionalInt count) {}
