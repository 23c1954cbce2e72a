package dev.muster.template;

import java.util.Arrays;

/**
 * How many people have a code that somebody else has too. It keeps 64 bits of each code, in a table that grows: two codes of
 * a million that differ are taken for one with a chance of one in ten million.
 */
final class RepeatedCodes {
    private static final long REPEATED = 1;
    private long[] table = new long[1024];
    private int size;
    private int people;

    /** One person's code. */
    void add(String code) {
        long hash = hash(code);
        int at = find(table, hash);
        if (table[at] == 0) {
            table[at] = hash;
            grow();
        } else {
            people += (table[at] & REPEATED) == 0 ? 2 : 1;
            table[at] |= REPEATED;
        }
    }

    int people() {
        return people;
    }

    private void grow() {
        if (++size * 2 > table.length) {
            var larger = new long[table.length * 2];
            Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> larger[find(larger, hash)] = hash);
            table = larger;
        }
    }

    private static int find(long[] table, long hash) {
        int at = (int) (hash >>> 1) & (table.length - 1);
        while (table[at] != 0 && (table[at] & ~REPEATED) != (hash & ~REPEATED)) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    /** Never 0, and without the mark; the steps are those of MurmurHash3's 64-bit finalizer. */
    private static long hash(String code) {
        long hash = code.length();
        for (int i = 0; i < code.length(); i++) {
            hash = mixed(hash * 31 + code.charAt(i));
        }
        return (hash & ~REPEATED) == 0 ? 2 : hash & ~REPEATED;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
