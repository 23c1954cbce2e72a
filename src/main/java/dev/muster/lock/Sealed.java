package dev.muster.lock;

import dev.muster.model.Sha256;
import java.nio.charset.StandardCharsets;

/** A text whose last member is the digest of everything before it, and that digest. */
record Sealed(String text, Sha256 digest) {
    static final String NAME = "digest";

    /** How many bytes of a lock file its digest does not cover: the digest's own line and the closing brace. */
    static final int UNCOVERED_IN_FILE = "\"digest\": \"\"\n}\n".length() + 71;

    /** The same for a line of the journal, without its line feed. */
    static final int UNCOVERED_IN_LINE = "\"digest\":\"\"}".length() + 71;

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
