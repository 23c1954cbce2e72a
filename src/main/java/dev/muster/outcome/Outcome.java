package dev.muster.outcome;

import dev.muster.lock.LockEntry;
import dev.muster.model.CampaignIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What became of one campaign: how far it has come, and what its log says.
 *
 * @param log absent where SeaX does not have the campaign any more
 */
public record Outcome(SendProgress send, Optional<LogSummary> log) {

    /** How many messages got to a step; {@code planned} and {@code targeted} come before those of SeaX's statistics. */
    public record Step(String name, long messages) {}

    public CampaignIdentity identity() {
        return send.identity();
    }

    /** The steps of the campaign that are known, in their order. */
    public List<Step> funnel() {
        var steps = new ArrayList<Step>();
        add(steps, send.isPlannedAtMost() ? "planned at most" : "planned", planned());
        add(steps, "targeted", targeted());
        for (var name : List.of("sent", "delivered", "read", "replied")) {
            add(steps, name, send.tally().number(name));
        }
        return steps;
    }

    private static void add(List<Step> steps, String name, OptionalLong messages) {
        messages.ifPresent(known -> steps.add(new Step(name, known)));
    }

    /** How many messages were approved; of an adopted campaign nobody knows. */
    public OptionalLong planned() {
        var attempt = send.entry().attempt();
        return attempt.posted().isPresent() ? OptionalLong.of(attempt.audience().messages()) : OptionalLong.empty();
    }

    private OptionalLong targeted() {
        if (send.tally().total().isPresent()) {
            return send.tally().total();
        }
        return send.entry() instanceof LockEntry.Confirmed sent
                ? sent.remote().targetCount().stream().mapToLong(count -> count).findFirst()
                : OptionalLong.empty();
    }
}
