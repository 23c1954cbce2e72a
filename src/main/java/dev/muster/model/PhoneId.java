package dev.muster.model;

/** A sender as SeaX knows it: the only form that goes into a request. */
public record PhoneId(String value) implements Comparable<PhoneId> {
    public PhoneId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a phone id is empty");
        }
    }

    @Override
    public int compareTo(PhoneId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
