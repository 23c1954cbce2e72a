package dev.muster.model;

/** A sender as people write it: the phone's name in SeaX, or its number in E.164 form. */
public record SenderName(String value) implements Comparable<SenderName> {
    public SenderName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a sender name is empty");
        }
    }

    @Override
    public int compareTo(SenderName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
