package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Whether a file keeps to its encoding from its first byte to its last; if not, where the first wrong byte stands. */
final class Encoding {
    private static final int CHUNK = 1 << 16;

    private final CsvText csv;
    private final CharsetDecoder decoder;
    private final CharBuffer text = CharBuffer.allocate(CHUNK);
    private int line = 1;
    private int column = 1;
    private char before;

    private Encoding(CsvText csv) {
        this.csv = csv;
        this.decoder = csv.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static Optional<Diagnostic> check(CsvText csv) throws IOException {
        try (var in = csv.file().content().open()) {
            return new Encoding(csv).read(in);
        }
    }

    private Optional<Diagnostic> read(InputStream in) throws IOException {
        var bytes = ByteBuffer.allocate(CHUNK);
        for (boolean isLast = false; !isLast; ) {
            int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
            isLast = read < bytes.remaining();
            bytes.position(bytes.position() + read).flip();
            boolean isIntact = decode(bytes, isLast);
            if (!isIntact) {
                return Optional.of(finding(bytes.get(bytes.position())));
            }
            bytes.compact();
        }
        return Optional.empty();
    }

    private boolean decode(ByteBuffer bytes, boolean isLast) {
        var result = decoder.decode(bytes, text, isLast);
        follow(text.flip());
        text.clear();
        return result.isUnderflow();
    }

    /** Lines end as the reader of the rows ends them: with a line feed, a carriage return, or both. */
    private void follow(CharBuffer read) {
        while (read.hasRemaining()) {
            char letter = read.get();
            boolean isSecondOfTwo = before == '\r' && letter == '\n';
            boolean endsLine = letter == '\n' || letter == '\r';
            line += endsLine && !isSecondOfTwo ? 1 : 0;
            column = endsLine ? 1 : column + 1;
            before = letter;
        }
    }

    private Diagnostic finding(byte wrong) {
        boolean isUtf8 = csv.charset().equals(StandardCharsets.UTF_8);
        return ContactRule.ENCODING.at(
                new Place(csv.file().name(), line, column, ""),
                String.format(
                        Locale.ROOT,
                        "the file is not %s: byte 0x%02X does not belong here",
                        csv.charset().name(),
                        wrong),
                isUtf8
                        ? "save it as \"CSV UTF-8\". Older encodings cannot be told apart: if you know that it is"
                                + " windows-1252 or another, give --encoding windows-1252"
                        : "save it as \"CSV UTF-8\", or give the right --encoding");
    }
}
