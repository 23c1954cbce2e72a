package dev.muster.lock.format;

import dev.muster.lock.RunOwner;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Who holds the exclusive run, in one line of JSON. */
public final class OwnerJson {
    private OwnerJson() {}

    public static String write(RunOwner owner) {
        var out = JsonWriter.ofOneLine();
        return out.object(() -> {
                            out.text("actor", owner.actor());
                            out.text("host", owner.host());
                            out.number("pid", owner.pid());
                            out.text("run", owner.run());
                            out.text("since", owner.since());
                        })
                        .toString()
                + '\n';
    }

    /** Empty when the holder is just about to write itself down. */
    public static Optional<RunOwner> read(String text) {
        try (var in = JsonCursor.over(text)) {
            return Optional.of(in.document(() -> read(in)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static RunOwner read(JsonCursor in) {
        var actor = in.text("actor");
        var host = in.text("host");
        var pid = in.number("pid");
        var run = in.text("run");
        var since = in.text("since", Instant::parse);
        return new RunOwner(run, actor, pid, host, since);
    }
}
