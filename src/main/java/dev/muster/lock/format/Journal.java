package dev.muster.lock.format;

import dev.muster.lock.Lock;
import dev.muster.lock.LockBuilder;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockErrors;
import dev.muster.lock.LockEvent;
import dev.muster.lock.LockFile;
import dev.muster.model.CampaignIdentity;
import dev.muster.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of one run on top of a lock file, one JSON object a line, each with the digest of the line before it; the first
 * names the digest of the file:
 *
 * <pre>{@code
 * {"format":1,"serial":43,"previous":"sha256:…","identity":"holiday-sale-2026/1","entry":{…},"digest":"sha256:…"}
 * {"format":1,"serial":44,"previous":"sha256:…","identity":"holiday-sale-2026/1","answer":"…","digest":"sha256:…"}
 * {"format":1,"serial":45,"previous":"sha256:…","identity":"holiday-sale-2026/1","observed":{…},"digest":"sha256:…"}
 * {"format":1,"serial":46,"previous":"sha256:…","suppression":[{…}],"digest":"sha256:…"}
 * {"format":1,"serial":47,"previous":"sha256:…","single":"send/20261130T090000Z/1f0c9a2e","entry":{…},"digest":"sha256:…"}
 * }</pre>
 *
 * <p>A crash can tear only the last line, before it was synced, and leaves it without its line feed or with blocks of
 * zeros: such a line was never relied upon and is dropped. Everything else that does not fit is refused.
 */
public record Journal(List<Line> lines) {
    public Journal {
        lines = List.copyOf(lines);
    }

    /** A step with its place in the chain. */
    public record Line(long serial, Sha256 previous, LockEvent step, Sha256 digest) {}

    public static DigestedText write(long serial, Sha256 previous, LockEvent step) {
        var out = JsonWriter.ofOneLine();
        return out.sealed(() -> {
            out.number("format", step.match(new Format()));
            out.number("serial", serial);
            out.text("previous", previous);
            step.match(new Members(out));
        });
    }

    /** An older Muster refuses a step of a part before it misreads it. */
    private record Format() implements LockEvent.Cases<Integer> {
        @Override
        public Integer recorded(LockEvent.Recorded step) {
            return LockJson.format(step.entry().identity());
        }

        @Override
        public Integer witnessed(LockEvent.Witnessed step) {
            return LockJson.format(step.identity());
        }

        @Override
        public Integer observed(LockEvent.Observed step) {
            return LockJson.format(step.identity());
        }

        @Override
        public Integer messaged(LockEvent.Messaged step) {
            return LockJson.FORMAT;
        }

        @Override
        public Integer suppressing(LockEvent.Suppressing step) {
            return LockJson.FORMAT;
        }
    }

    /** What a line holds of each kind of step. */
    private record Members(JsonWriter out) implements LockEvent.Cases<JsonWriter> {
        @Override
        public JsonWriter recorded(LockEvent.Recorded step) {
            out.text("identity", step.entry().identity());
            return out.object("entry", () -> EntryJson.write(out, step.entry()));
        }

        @Override
        public JsonWriter witnessed(LockEvent.Witnessed step) {
            return out.text("identity", step.identity()).text("answer", step.answer());
        }

        @Override
        public JsonWriter observed(LockEvent.Observed step) {
            out.text("identity", step.identity());
            ObservationsJson.writeStep(out, step.seen());
            return out;
        }

        @Override
        public JsonWriter messaged(LockEvent.Messaged step) {
            SinglesJson.writeStep(out, step.entry());
            return out;
        }

        @Override
        public JsonWriter suppressing(LockEvent.Suppressing step) {
            SuppressionJson.write(out, step.labels());
            return out;
        }
    }

    public static Journal read(String file, byte[] bytes) {
        var lines = new ArrayList<Line>();
        for (var text : whole(bytes)) {
            var line = line(file + ":" + (lines.size() + 1), text);
            if (!lines.isEmpty() && !follows(lines.get(lines.size() - 1), line)) {
                throw LockErrors.damaged(
                        file + ":" + (lines.size() + 1), "this step does not follow the one before it");
            }
            lines.add(line);
        }
        return new Journal(lines);
    }

    private static List<String> whole(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        var torn = !lines.isEmpty() && lines.get(lines.size() - 1).indexOf('\0') >= 0;
        return torn ? lines.subList(0, lines.size() - 1) : lines;
    }

    private static boolean follows(Line before, Line line) {
        return line.serial() == before.serial() + 1 && line.previous().equals(before.digest());
    }

    /** One line without its line feed; {@code place} is how a refusal calls it. */
    public static Line line(String place, String text) {
        return RecordText.read(place, JsonCursor.over(text), in -> {
            var line = in.document(() -> line(place, in));
            DigestedText.requireWhole(place, text, line.digest());
            return line;
        });
    }

    private static Line line(String place, JsonCursor in) {
        LockJson.requireFormat(place, in);
        var serial = in.number("serial");
        var previous = in.text("previous", Sha256::new);
        return new Line(serial, previous, step(in), in.text(DigestedText.NAME, Sha256::new));
    }

    private static LockEvent step(JsonCursor in) {
        if (SinglesJson.isNext(in)) {
            return new LockEvent.Messaged(SinglesJson.readStep(in));
        }
        return in.has("identity") ? ofCampaign(in) : new LockEvent.Suppressing(SuppressionJson.read(in));
    }

    private static LockEvent ofCampaign(JsonCursor in) {
        var identity = in.text("identity", CampaignIdentity::parse);
        if (ObservationsJson.isNext(in)) {
            return new LockEvent.Observed(identity, ObservationsJson.readStep(in));
        }
        var answer = in.optionalText("answer").<LockEvent>map(text -> new LockEvent.Witnessed(identity, text));
        return answer.orElseGet(() -> new LockEvent.Recorded(entry(in, identity)));
    }

    private static LockEntry entry(JsonCursor in, CampaignIdentity identity) {
        return in.value("entry", () -> new EntryJson(in).read(identity));
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether its first step stands on exactly this file. */
    public boolean continues(LockFile file) {
        return base().equals(file.digest()) && baseSerial() == file.lock().serial();
    }

    /**
     * Whether the file came from folding this journal: a crash after that leaves both. A merge that knew nothing of the
     * journal names the same file before it, and lacks its steps.
     */
    public boolean isFoldedInto(LockFile file) {
        return file.previous().equals(Optional.of(base()))
                && file.lock().serial() >= last().serial()
                && lines.stream().allMatch(line -> file.lock().has(line.step()));
    }

    /** The serial of the file that its first step stands on. */
    public long baseSerial() {
        return lines.get(0).serial() - 1;
    }

    public Lock onto(Lock lock) {
        var draft = new LockBuilder(lock);
        lines.forEach(line -> draft.take(line.step()));
        return draft.lock();
    }

    /** The digest of the file that its first step stands on. */
    public Sha256 base() {
        return lines.get(0).previous();
    }

    private Line last() {
        return lines.get(lines.size() - 1);
    }
}
