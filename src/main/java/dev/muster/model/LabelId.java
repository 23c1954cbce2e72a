package dev.muster.model;

/** A label as SeaX knows it: the only form that goes into a request. */
public record LabelId(String value) implements Comparable<LabelId> {
    public LabelId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a label id is empty");
        }
    }

    @Override
    public int compareTo(LabelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
