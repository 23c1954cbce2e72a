package dev.muster.contacts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file as text. UTF-8 and UTF-16, which Excel calls "Unicode text", are told apart by their byte-order mark, or by the
 * zero in every second byte where there is none. Any other encoding looks like any other, so it is never guessed: UTF-8
 * is taken, unless the user names one.
 */
record CsvText(ContactFile file, Charset charset) {
    private static final int LONGEST_MARK = 3;

    static CsvText of(ContactFile file, Optional<Charset> named) throws IOException {
        try (var in = file.content().open()) {
            var first = in.readNBytes(LONGEST_MARK);
            return new CsvText(file, proven(first).or(() -> named).orElse(StandardCharsets.UTF_8));
        }
    }

    /** The encoding that the first bytes prove. */
    private static Optional<Charset> proven(byte[] first) {
        if (first.length == LONGEST_MARK && at(first, 0) == 0xEF && at(first, 1) == 0xBB && at(first, 2) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (first.length < 2) {
            return Optional.empty();
        }
        return switch (at(first, 0) << 8 | at(first, 1)) {
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            default -> byZeros(at(first, 0), at(first, 1));
        };
    }

    private static Optional<Charset> byZeros(int first, int second) {
        if (first != 0 && second == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first == 0 && second != 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    /** The text behind the byte-order mark; the caller closes it. */
    MarkedReader open() throws IOException {
        return new MarkedReader(new InputStreamReader(file.content().open(), charset));
    }
}
