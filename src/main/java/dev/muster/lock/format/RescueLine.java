package dev.muster.lock.format;

import dev.muster.lock.Rescue;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;

/** A {@link Rescue} as one sealed line. */
public final class RescueLine {
    private RescueLine() {}

    /** The line, with its line feed. */
    public static String write(Rescue rescue) {
        var out = JsonWriter.ofOneLine();
        var line = out.sealed(() -> {
            out.number("format", LockJson.format(rescue.entry().identity()));
            out.text("lineage", rescue.lineage());
            out.text("identity", rescue.entry().identity());
            out.object("entry", () -> EntryJson.write(out, rescue.entry()));
        });
        return line.text().strip() + "\n";
    }

    /** Reads a line back; one that is not as it was written is refused. {@code place} is how a refusal calls it. */
    public static Rescue read(String place, String line) {
        var text = line.strip();
        return RecordText.read(place, JsonCursor.over(text), in -> in.document(() -> read(place, text, in)));
    }

    private static Rescue read(String place, String text, JsonCursor in) {
        LockJson.requireFormat(place, in);
        var lineage = in.text("lineage");
        var identity = in.text("identity", CampaignIdentity::parse);
        var entry = in.value("entry", () -> new EntryJson(in).read(identity));
        var digest = in.text(DigestedText.NAME, Sha256::new);
        DigestedText.requireWhole(place, text, digest);
        return new Rescue(lineage, entry);
    }
}
