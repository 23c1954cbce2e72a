package dev.muster.cli.event;

import dev.muster.cli.command.Console;
import dev.muster.cli.command.Failure;
import dev.muster.report.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a run tells programs as it goes: one JSON line for each event, with its type, the time and the workspace first; to
 * standard output, to a webhook, or to both.
 */
public record EventStream(Console console, Clock clock, String workspace, boolean printed, Optional<Webhook> webhook)
        implements AutoCloseable {
    /** Whether events are wanted beside another product. */
    public boolean isBeside() {
        return webhook.isPresent() && !printed;
    }

    public void tell(ObjectNode event) {
        var line = line(event, clock.instant(), Optional.of(workspace));
        if (printed) {
            console.product(line);
        }
        webhook.ifPresent(hook -> hook.tell(line));
    }

    /** Ends the run when nobody can read the events any longer. */
    public void requireWritten() {
        if (printed) {
            console.requireWritten();
        }
    }

    /** Does what tells events. That it failed is the last of them; whoever reads the product is told of that elsewhere. */
    public <T> T upTo(Supplier<T> end) {
        try {
            return end.get();
        } catch (RuntimeException problem) {
            var line = line(Failure.of(problem).event(), clock.instant(), Optional.of(workspace));
            webhook.ifPresent(hook -> hook.tell(line));
            throw problem;
        }
    }

    /** An event as a line. */
    public static String line(ObjectNode event, Instant at, Optional<String> workspace) {
        var stamped = Json.object();
        stamped.set("type", event.get("type"));
        stamped.put("at", at.toString());
        workspace.ifPresent(name -> stamped.put("workspace", name));
        stamped.setAll(event);
        return Json.line(stamped);
    }

    @Override
    public void close() {
        webhook.ifPresent(Webhook::close);
    }
}
