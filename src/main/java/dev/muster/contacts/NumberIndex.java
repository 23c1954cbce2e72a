package dev.muster.contacts;

import java.util.OptionalInt;

/**
 * On which line each number stood first. A million numbers take 24 MiB: a map of objects would take five times as much,
 * and the file is to be checked in constant memory as far as that can be.
 */
final class NumberIndex {
    private static final int FIRST_SIZE = 1 << 12;

    /** Open addressing; zero is a free place, because no number is zero. */
    private long[] numbers = new long[FIRST_SIZE];

    private int[] lines = new int[FIRST_SIZE];
    private int size;

    /** Remembers where the number stands; the line on which it stood before, if it did. */
    OptionalInt put(String e164, int line) {
        if (size * 2 >= numbers.length) {
            grow();
        }
        long number = Long.parseLong(e164, 1, e164.length(), 10);
        int place = place(number);
        if (numbers[place] == number) {
            return OptionalInt.of(lines[place]);
        }
        set(place, number, line);
        return OptionalInt.empty();
    }

    private void set(int place, long number, int line) {
        numbers[place] = number;
        lines[place] = line;
        size++;
    }

    /** Where the number is, or the free place where it belongs. */
    private int place(long number) {
        int mask = numbers.length - 1;
        int place = Long.hashCode(number * 0x9E3779B97F4A7C15L) & mask;
        while (numbers[place] != 0 && numbers[place] != number) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var oldNumbers = numbers;
        var oldLines = lines;
        numbers = new long[oldNumbers.length * 2];
        lines = new int[numbers.length];
        size = 0;
        for (int at = 0; at < oldNumbers.length; at++) {
            if (oldNumbers[at] != 0) {
                set(place(oldNumbers[at]), oldNumbers[at], oldLines[at]);
            }
        }
    }
}
