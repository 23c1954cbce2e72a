package dev.muster.audience;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Texts of some rows, one behind the other as bytes: an object of its own takes sixty bytes more. */
final class RowTexts {
    private static final int BLOCK_BITS = 20;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<byte[]> blocks = new ArrayList<>();
    private long[] starts = new long[0];
    private int[] lengths = new int[0];
    private long end;

    /** Keeps the text of a row, which had none. */
    void put(int row, String text) {
        if (row >= starts.length) {
            int rows = Math.max(row + 1, 2 * starts.length);
            starts = Arrays.copyOf(starts, rows);
            lengths = Arrays.copyOf(lengths, rows);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        starts[row] = end;
        lengths[row] = bytes.length;
        for (byte letter : bytes) {
            append(letter);
        }
    }

    private void append(byte letter) {
        int offset = (int) (end & (BLOCK - 1));
        if (offset == 0) {
            blocks.add(new byte[BLOCK]);
        }
        blocks.get(blocks.size() - 1)[offset] = letter;
        end++;
    }

    /** The text of a row, where it was put. */
    Optional<String> of(int row) {
        if (row >= starts.length || lengths[row] == 0) {
            return Optional.empty();
        }
        var bytes = new byte[lengths[row]];
        for (int i = 0; i < bytes.length; i++) {
            long at = starts[row] + i;
            bytes[i] = blocks.get((int) (at >> BLOCK_BITS))[(int) (at & (BLOCK - 1))];
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
}
