package dev.muster.lock.format;

import dev.muster.lock.Lock;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockFile;
import dev.muster.lock.WorkspaceIdentity;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import java.io.InputStream;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The record as a text, for git and for people: one scalar per line, members sorted by name, but for two. {@code format}
 * comes first, so that an older Muster refuses before it misreads; {@code digest} comes last and covers every byte before
 * it, so that a cut or an edit shows in one pass. Reading what was written gives an equal record.
 */
public final class LockJson {
    /** The format of a record without parts. */
    static final int FORMAT = 1;

    /** The newest format that is written and read: it has parts of campaigns, which an older Muster would not understand. */
    public static final int NEWEST = 2;

    private LockJson() {}

    /** {@code previous} is the digest of the file that this one replaces. */
    public static DigestedText write(Lock lock, Optional<Sha256> previous) {
        var out = JsonWriter.ofLines();
        return out.sealed(() -> {
            out.number("format", lock.hasParts() ? NEWEST : FORMAT);
            out.object(
                    "answers",
                    () -> lock.answers().forEach((identity, answer) -> out.text(identity.toString(), answer)));
            out.texts("consumed_plans", lock.consumed());
            out.object(
                    "entries",
                    () -> lock.entries()
                            .forEach((identity, entry) ->
                                    out.object(identity.toString(), () -> EntryJson.write(out, entry))));
            out.text("lineage", lock.lineage());
            ObservationsJson.write(out, lock.observations());
            out.text("previous", previous);
            out.number("serial", lock.serial());
            SinglesJson.write(out, lock.singles());
            SuppressionJson.write(out, lock.suppression());
            out.object("workspace", () -> write(out, lock.workspace()));
        });
    }

    static void write(JsonWriter out, WorkspaceIdentity workspace) {
        out.text("base_url", workspace.baseUrl());
        out.text("id", workspace.workspaceId());
        out.text("name", workspace.name());
    }

    /** Reads {@code size} bytes; {@code file} is how a refusal calls them. */
    public static LockFile read(String file, InputStream in, long size) {
        var covered = new HashedInput(in, size - DigestedText.UNCOVERED_IN_FILE);
        return RecordText.read(file, JsonCursor.over(covered), cursor -> {
            var read = read(file, cursor);
            if (!covered.digest().equals(read.digest())) {
                throw LockErrors.damaged(file, "it was changed after Muster wrote it: its digest does not fit");
            }
            return read;
        });
    }

    private static LockFile read(String file, JsonCursor in) {
        return in.document(() -> {
            requireFormat(file, in);
            var answers = in.map("answers", CampaignIdentity::parse, identity -> in.text());
            var consumed = new TreeSet<>(in.list("consumed_plans", () -> new Sha256(in.text())));
            var entries = in.map("entries", CampaignIdentity::parse, new EntryJson(in)::read);
            var lineage = in.text("lineage");
            var observations = ObservationsJson.read(in);
            var previous = in.optionalText("previous", Sha256::new);
            var serial = in.number("serial");
            var singles = SinglesJson.read(in);
            var suppression = SuppressionJson.read(in);
            var workspace = in.object("workspace", () -> workspace(in));
            var digest = in.text(DigestedText.NAME, Sha256::new);
            var lock = new Lock(
                    lineage, serial, workspace, entries, consumed, answers, suppression, observations, singles);
            return new LockFile(lock, previous, digest);
        });
    }

    static WorkspaceIdentity workspace(JsonCursor in) {
        var baseUrl = in.text("base_url");
        var id = in.text("id");
        var name = in.text("name");
        return new WorkspaceIdentity(name, id, baseUrl);
    }

    /** The format of what is kept of one send. */
    static int format(CampaignIdentity identity) {
        return identity.part().isPresent() ? NEWEST : FORMAT;
    }

    static void requireFormat(String file, JsonCursor in) {
        var format = in.number("format");
        if (format > NEWEST) {
            throw LockErrors.newerFormat(file, format, NEWEST);
        }
    }
}
