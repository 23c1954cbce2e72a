package dev.muster.sandbox.world;

import java.util.List;

/**
 * What somebody does to the contacts between two requests. A place counts the contacts as they are before the move, from 0 for
 * the oldest, or from -1 for the newest backwards.
 *
 * @param remove the places of those who are deleted
 * @param add how many are added, as the newest
 * @param label who gets a label
 * @param unlabel who loses one
 */
public record Move(List<Integer> remove, int add, List<Labelling> label, List<Labelling> unlabel) {
    /** One label and the places that it is about. */
    public record Labelling(String label, List<Integer> places) {
        public Labelling {
            places = List.copyOf(places);
        }
    }

    public Move {
        remove = List.copyOf(remove);
        label = List.copyOf(label);
        unlabel = List.copyOf(unlabel);
    }
}
