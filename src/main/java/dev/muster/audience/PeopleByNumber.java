package dev.muster.audience;

import java.util.OptionalInt;

/** The first row of each number in E.164, numbers as their digits. It takes twelve bytes a slot, and has two to four slots for each. */
final class PeopleByNumber {
    private final long[] numbers;
    private final int[] rows;

    PeopleByNumber(int most) {
        int slots = Integer.highestOneBit(Math.max(8, most)) << 2;
        numbers = new long[slots];
        rows = new int[slots];
    }

    /** The row that was put first for this number, which is this one if there was none. */
    int first(long number, int row) {
        int slot = slot(number);
        if (numbers[slot] == 0) {
            numbers[slot] = number;
            rows[slot] = row;
        }
        return rows[slot];
    }

    OptionalInt find(long number) {
        int slot = slot(number);
        return numbers[slot] == 0 ? OptionalInt.empty() : OptionalInt.of(rows[slot]);
    }

    private int slot(long number) {
        int slot = (int) ((number * 0x9e3779b97f4a7c15L) >>> 32) & (numbers.length - 1);
        while (numbers[slot] != 0 && numbers[slot] != number) {
            slot = (slot + 1) & (numbers.length - 1);
        }
        return slot;
    }
}
