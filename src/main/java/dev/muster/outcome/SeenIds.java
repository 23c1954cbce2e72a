package dev.muster.outcome;

/**
 * A set of ids of which only a 64-bit digest is kept, so that a million of them take sixteen megabytes. That two of a
 * million ids share a digest has a chance of one in thirty million.
 */
public final class SeenIds {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether the id was not there before. */
    public boolean add(String id) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        boolean isNew = put(slots, digest(id));
        size += isNew ? 1 : 0;
        return isNew;
    }

    /** Whether the id was added. */
    public boolean contains(String id) {
        long digest = digest(id);
        int at = (int) digest & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != digest) {
            at = (at + 1) & (slots.length - 1);
        }
        return slots[at] != 0;
    }

    /** Another set of the same ids. */
    public SeenIds copy() {
        var copy = new SeenIds();
        copy.slots = slots.clone();
        copy.size = size;
        return copy;
    }

    public int size() {
        return size;
    }

    private void grow() {
        var larger = new long[2 * slots.length];
        for (long digest : slots) {
            if (digest != 0) {
                put(larger, digest);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long digest) {
        int at = (int) digest & (slots.length - 1);
        while (slots[at] != 0 && slots[at] != digest) {
            at = (at + 1) & (slots.length - 1);
        }
        boolean isNew = slots[at] == 0;
        slots[at] = digest;
        return isNew;
    }

    /** FNV-1a, mixed once more so that its low bits may be used; zero marks an empty slot. */
    private static long digest(String id) {
        long hash = FNV_START;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
