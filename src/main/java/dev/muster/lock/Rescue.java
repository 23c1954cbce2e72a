package dev.muster.lock;

import dev.muster.lock.LockRefused.Why;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import java.util.Optional;

/**
 * An outcome that could not be recorded where it belongs, in one sealed line that can be kept beside the record, or printed
 * and pasted, and is fed back later. It works with any store: it carries the entry and the lineage of its lock, and nothing
 * of where that is kept.
 */
public record Rescue(String lineage, LockEntry entry) {
    /** The line, with its line feed. */
    public String write() {
        var out = JsonWriter.ofOneLine();
        var line = out.sealed(() -> {
            out.number("format", LockJson.FORMAT);
            out.text("lineage", lineage);
            out.text("identity", entry.identity());
            out.object("entry", () -> EntryJson.write(out, entry));
        });
        return line.text().strip() + "\n";
    }

    /** Reads a line back; one that is not as it was written is refused. {@code place} is how a refusal calls it. */
    public static Rescue read(String place, String line) {
        var text = line.strip();
        return Refusals.reading(place, JsonCursor.over(text), in -> in.document(() -> read(place, text, in)));
    }

    private static Rescue read(String place, String text, JsonCursor in) {
        LockJson.requireFormat(place, in);
        var lineage = in.text("lineage");
        var identity = in.text("identity", CampaignIdentity::parse);
        var entry = in.value("entry", () -> new EntryJson(in).read(identity));
        var digest = in.text(Sealed.NAME, Sha256::new);
        var covered = text.substring(0, Math.max(0, text.length() - Sealed.UNCOVERED_IN_LINE));
        if (!Sha256.of(covered).equals(digest)) {
            throw Refusals.damaged(place, "it was changed after Muster wrote it: its digest does not fit");
        }
        return new Rescue(lineage, entry);
    }

    /** Whether the run that made this attempt goes by the name of the one that holds the record. */
    boolean isByRunOf(Owner holder) {
        return entry.attempt().run().id().equals(holder.run());
    }

    /** Whether the record's newest attempt at this send is the one that this is the outcome of. */
    boolean isOfAttemptIn(Lock lock) {
        return lock.lineage().equals(lineage)
                && lock.entry(entry.identity())
                        .filter(recorded -> recorded.attempt().equals(entry.attempt()))
                        .isPresent();
    }

    private boolean saysTheSame(LockEntry recorded) {
        return recorded.equals(entry)
                || (recorded instanceof LockEntry.Confirmed now
                        && entry instanceof LockEntry.Confirmed then
                        && now.remote().id().equals(then.remote().id()));
    }

    /**
     * What to record in this lock: the outcome, or nothing when it is there already. Refused for another lock, and where the
     * lock has gone on with that send since.
     */
    public Optional<LockEntry> into(Lock lock) {
        if (!lock.lineage().equals(lineage)) {
            throw new LockRefused(
                    Why.OTHER_WORKSPACE,
                    "this outcome belongs to the lock with lineage " + lineage + ", not to this one");
        }
        var recorded = lock.entry(entry.identity());
        if (recorded.filter(this::saysTheSame).isPresent()) {
            return Optional.empty();
        }
        return recorded.filter(now -> now.isOpen() && now.attempt().equals(entry.attempt()))
                .map(now -> Optional.of(entry))
                .orElseThrow(() -> new LockRefused(
                        Why.DAMAGED,
                        "this outcome is of an attempt that the lock does not wait for: " + entry.identity() + " is "
                                + recorded.map(now -> SendState.of(now).toString())
                                        .orElse("not recorded")));
    }
}
