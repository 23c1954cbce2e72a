package dev.muster.lock.format;

import dev.muster.lock.LockErrors;
import dev.muster.model.Sha256;
import java.nio.charset.StandardCharsets;

/** A text whose last member is the digest of everything before it, and that digest. */
public record DigestedText(String text, Sha256 digest) {
    static final String NAME = "digest";

    /** How many bytes of a lock file its digest does not cover: the digest's own line and the closing brace. */
    static final int UNCOVERED_IN_FILE = "\"digest\": \"\"\n}\n".length() + 71;

    /** The same for a line of the journal, without its line feed. */
    static final int UNCOVERED_IN_LINE = "\"digest\":\"\"}".length() + 71;

    /** Refuses one line, without its line feed, that is not the one this digest was made for. */
    static void requireWhole(String place, String line, Sha256 digest) {
        var covered = line.substring(0, Math.max(0, line.length() - UNCOVERED_IN_LINE));
        if (!Sha256.of(covered).equals(digest)) {
            throw LockErrors.damaged(place, "it was changed after Muster wrote it: its digest does not fit");
        }
    }

    /** The text of one line without its line feed. */
    public String line() {
        return text.substring(0, text.length() - 1);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
