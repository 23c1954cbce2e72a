package dev.muster.contacts;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a file is UTF-8 from its first byte to its last; if not, where the first wrong byte stands. */
final class Encoding {
    private static final int CHUNK = 1 << 16;

    private final String file;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer text = CharBuffer.allocate(CHUNK);
    private int line = 1;
    private int column = 1;

    private Encoding(String file) {
        this.file = file;
    }

    static Optional<Diagnostic> check(ContactFile file) throws IOException {
        try (var in = file.content().open()) {
            return new Encoding(file.name()).read(in);
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

    private void follow(CharBuffer read) {
        while (read.hasRemaining()) {
            boolean endsLine = read.get() == '\n';
            line += endsLine ? 1 : 0;
            column = endsLine ? 1 : column + 1;
        }
    }

    private Diagnostic finding(byte wrong) {
        return Diagnostic.error(
                "contacts/encoding",
                new Place(file, line, column, ""),
                String.format(java.util.Locale.ROOT, "the file is not UTF-8: byte 0x%02X does not belong here", wrong),
                "save it as \"CSV UTF-8\"; what is read in another encoding would reach people with wrong names");
    }
}
