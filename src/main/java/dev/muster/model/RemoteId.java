package dev.muster.model;

/** The id that SeaX gave to a campaign. Opaque: kept as it came, never parsed. */
public record RemoteId(String value) implements Comparable<RemoteId> {
    public RemoteId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a remote id is empty");
        }
    }

    @Override
    public int compareTo(RemoteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
