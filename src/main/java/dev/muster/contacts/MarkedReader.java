package dev.muster.contacts;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Text without the byte-order mark before it. It knows whether it ended in the middle of a line. */
final class MarkedReader extends PushbackReader {
    private static final char MARK = '\ufeff';

    private char last = '\n';
    private boolean isAtEnd;

    MarkedReader(Reader in) throws IOException {
        super(in);
        int first = super.read();
        if (first >= 0 && first != MARK) {
            unread(first);
        }
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        isAtEnd |= read < 0;
        last = read > 0 ? buffer[offset + read - 1] : last;
        return read;
    }

    /** Reads so many characters and leaves them aside. */
    void pass(int characters) throws IOException {
        for (int at = 0; at < characters; at++) {
            super.read();
        }
    }

    /** Whether everything was read and no line break closes the last line, as when a file was cut. */
    boolean endedInALine() {
        return isAtEnd && last != '\n' && last != '\r';
    }
}
