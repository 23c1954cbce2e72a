package dev.muster.model;

/** A contact row in SeaX. It names a person's record: held in memory, never written to the lock or a plan. */
public record ContactId(String value) implements Comparable<ContactId> {
    public ContactId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a contact id is empty");
        }
    }

    @Override
    public int compareTo(ContactId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
