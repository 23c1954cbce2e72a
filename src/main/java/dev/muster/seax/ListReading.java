package dev.muster.seax;

import java.util.OptionalInt;

/**
 * What one reading of a list saw. A list that does not move was seen to lose and to gain nothing.
 *
 * @param rows how many rows were read, each once
 * @param added how many rows came while it was read, as far as that can be seen
 * @param removed how many rows went, as far as that can be seen
 * @param total how many rows it had by SeaX's own count at the least, where SeaX counts it
 */
record ListReading(int rows, int added, int removed, OptionalInt total) {
    /** How many rows SeaX promised all the time and never gave. */
    int missing() {
        return Math.max(0, total.orElse(0) - rows);
    }
}
