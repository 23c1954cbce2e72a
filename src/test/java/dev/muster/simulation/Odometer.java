package dev.muster.simulation;

import java.util.Arrays;

/**
 * All sequences of choices, one after the other: each run repeats the choices of the last one but for the last that can still
 * be raised. When none can, every sequence has been made, and {@link #next} says so.
 */
final class Odometer implements Choices {
    private int[] digits = new int[32];
    private int[] sizes = new int[32];
    private int length;
    private int at;

    @Override
    public int trouble(int options) {
        return any(options);
    }

    @Override
    public int outcome(int options) {
        return any(options);
    }

    @Override
    public int any(int options) {
        if (options < 2) {
            return 0;
        }
        if (at == length) {
            extend(options);
        } else if (sizes[at] != options) {
            throw new IllegalStateException(
                    "choice " + at + " has other options than before: the run is not a function" + " of its choices");
        }
        return digits[at++];
    }

    private void extend(int options) {
        if (length == digits.length) {
            digits = Arrays.copyOf(digits, length * 2);
            sizes = Arrays.copyOf(sizes, length * 2);
        }
        digits[length] = 0;
        sizes[length++] = options;
    }

    /** Whether there is a sequence left that was not made yet; the next run makes it. */
    boolean next() {
        at = 0;
        while (length > 0 && digits[length - 1] + 1 == sizes[length - 1]) {
            length--;
        }
        if (length > 0) {
            digits[length - 1]++;
        }
        return length > 0;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(digits, length));
    }
}
