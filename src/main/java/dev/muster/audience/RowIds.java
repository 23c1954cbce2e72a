package dev.muster.audience;

import dev.muster.model.ContactId;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The ids of contacts, numbered in the order in which they came. An id that is a UUID takes 24 bytes; any other is kept as a
 * text besides, and told apart from others by 128 bits of its hash.
 */
final class RowIds {
    private static final int UUID_LENGTH = 36;

    private long[] high = new long[64];
    private long[] low = new long[64];
    private int[] slots = new int[256];
    private final RowTexts texts = new RowTexts();
    private int size;

    /** A key of 128 bits; {@code isExact} if the id can be told from it. */
    private record Key(long high, long low, boolean isExact) {
        static Key of(String id) {
            if (id.length() == UUID_LENGTH && isCanonical(id)) {
                var uuid = UUID.fromString(id);
                return new Key(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits(), true);
            }
            return new Key(hash(id, 0xcbf29ce484222325L), hash(id, 0x9ae16a3b2f90404fL), false);
        }

        private static boolean isCanonical(String id) {
            for (int i = 0; i < UUID_LENGTH; i++) {
                char c = id.charAt(i);
                boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
                if (isDash ? c != '-' : !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                    return false;
                }
            }
            return true;
        }

        private static long hash(String id, long start) {
            long hash = start;
            for (int i = 0; i < id.length(); i++) {
                hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
            return hash;
        }

        int slot(int slots) {
            long mixed = (high * 31 + low) * 0x9e3779b97f4a7c15L;
            return (int) (mixed >>> 32) & (slots - 1);
        }
    }

    int size() {
        return size;
    }

    /** The row of an id, a new one if it was not there. */
    int row(ContactId id) {
        var key = Key.of(id.value());
        int slot = find(key);
        return slots[slot] == 0 ? append(key, id) : slots[slot] - 1;
    }

    /** The row of an id that is there. */
    OptionalInt find(ContactId id) {
        int row = slots[find(Key.of(id.value()))];
        return row == 0 ? OptionalInt.empty() : OptionalInt.of(row - 1);
    }

    /** The id of a row. */
    ContactId id(int row) {
        return new ContactId(texts.of(row).orElseGet(() -> new UUID(high[row], low[row]).toString()));
    }

    private int append(Key key, ContactId id) {
        int row = size++;
        if (size > high.length) {
            high = Arrays.copyOf(high, 2 * high.length);
            low = Arrays.copyOf(low, 2 * low.length);
        }
        high[row] = key.high();
        low[row] = key.low();
        if (!key.isExact()) {
            texts.put(row, id.value());
        }
        if (2L * size > slots.length) {
            rehash(2 * slots.length);
        } else {
            slots[find(key)] = row + 1;
        }
        return row;
    }

    private void rehash(int larger) {
        slots = new int[larger];
        for (int row = 0; row < size; row++) {
            slots[find(new Key(high[row], low[row], true))] = row + 1;
        }
    }

    /** The slot of a key, or the one where it belongs. */
    private int find(Key key) {
        int slot = key.slot(slots.length);
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isAt(int row, Key key) {
        return high[row] == key.high() && low[row] == key.low();
    }
}
