package dev.muster.lock.format;

import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.Sha256;

/**
 * The line on which the chain of a record in a database begins; it says whose record this is:
 *
 * <pre>{@code
 * {"format":1,"serial":0,"lineage":"…","workspace":{"base_url":"…","id":"…","name":"…"},"digest":"sha256:…"}
 * }</pre>
 */
public record JournalHeader(String lineage, WorkspaceIdentity workspace, Sha256 digest) {
    public static DigestedText write(String lineage, WorkspaceIdentity workspace) {
        var out = JsonWriter.ofOneLine();
        return out.sealed(() -> {
            out.number("format", LockJson.FORMAT);
            out.number("serial", 0);
            out.text("lineage", lineage);
            out.object("workspace", () -> LockJson.write(out, workspace));
        });
    }

    public static JournalHeader read(String place, String text) {
        return RecordText.read(place, JsonCursor.over(text), in -> {
            var line = in.document(() -> read(place, in));
            DigestedText.requireWhole(place, text, line.digest());
            return line;
        });
    }

    private static JournalHeader read(String place, JsonCursor in) {
        LockJson.requireFormat(place, in);
        in.number("serial");
        var lineage = in.text("lineage");
        var workspace = in.object("workspace", () -> LockJson.workspace(in));
        return new JournalHeader(lineage, workspace, in.text(DigestedText.NAME, Sha256::new));
    }
}
