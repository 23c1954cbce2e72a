package dev.muster.lock;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Who holds the exclusive run, for the message to everyone else. It decides nothing: the operating system's lock does. */
record Owner(String run, String actor, long pid, String host, Instant since) {
    static Owner of(RunIdentity run, Surroundings here) {
        return new Owner(
                run.id(), run.actor(), here.pid(), here.host(), here.clock().instant());
    }

    String write() {
        var out = JsonWriter.ofOneLine();
        return out.object(() -> {
                            out.text("actor", actor);
                            out.text("host", host);
                            out.number("pid", pid);
                            out.text("run", run);
                            out.text("since", since);
                        })
                        .toString()
                + '\n';
    }

    /** Empty when the holder is just about to write itself down. */
    static Optional<Owner> read(String text) {
        try (var in = JsonCursor.over(text)) {
            return Optional.of(in.document(() -> read(in)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Owner read(JsonCursor in) {
        var actor = in.text("actor");
        var host = in.text("host");
        var pid = in.number("pid");
        var run = in.text("run");
        var since = in.text("since", Instant::parse);
        return new Owner(run, actor, pid, host, since);
    }

    String sentence() {
        return "run " + run + " of " + actor + " (process " + pid + " on " + host + ", since " + since + ")";
    }
}
