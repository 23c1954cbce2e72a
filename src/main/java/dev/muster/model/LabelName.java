package dev.muster.model;

/** A label as people write it. Matched exactly and case-sensitively; never sent to SeaX. */
public record LabelName(String value) implements Comparable<LabelName> {
    public LabelName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a label name is empty");
        }
    }

    @Override
    public int compareTo(LabelName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
