package dev.muster.lock;

import dev.muster.model.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Two versions of a lock file as bytes, and the one that both come from, if it is known; line ends may have been changed. */
public record LockVersions(Optional<String> base, String ours, String theirs) {
    public LockMerged merged() {
        return merged(Optional.empty());
    }

    /** Where they contradict each other, a person may have decided. */
    LockMerged merged(Optional<MergeDecision> decision) {
        return LockMerge.of(
                base.filter(text -> !text.isBlank())
                        .map(text -> read("the common version", text).lock()),
                read("our version", ours).lock(),
                read("their version", theirs).lock(),
                decision);
    }

    /** The text of the file that replaces our version. */
    public String file(LockMerged.Joined joined) {
        return LockJson.write(joined.lock(), previous()).text();
    }

    Optional<Sha256> previous() {
        return Optional.of(read("our version", ours).digest());
    }

    /** Reads a lock file whose line feeds may have become CR LF on the way through git. */
    static LockFile read(String name, String text) {
        var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return LockJson.read(name, new ByteArrayInputStream(bytes), bytes.length);
    }
}
