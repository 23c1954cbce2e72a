package dev.muster.model;

/** Who finds the people of a campaign: SeaX by labels, or Muster, which lists each number in its requests. */
public enum SendBy {
    LABELS,
    NUMBERS
}
