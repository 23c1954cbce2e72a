package dev.muster.report.json;

import dev.muster.outcome.LogCounter;
import dev.muster.outcome.LogSummary;
import dev.muster.outcome.Outcome;
import dev.muster.outcome.SendProgress;
import dev.muster.report.CausesText;
import dev.muster.report.Json;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** What became of campaigns, for programs. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /**
     * {@code others}: what is not known to have been sent; {@code leftOut}: how many earlier campaigns are not among these
     * outcomes.
     */
    public static String of(
            List<Outcome> outcomes,
            List<SendProgress> others,
            int leftOut,
            Instant at,
            OptionalDouble mostFailed,
            boolean success) {
        var document =
                Json.envelope(success, List.of()).put("at", at.toString()).put("campaigns_left_out", leftOut);
        var campaigns = document.putArray("campaigns");
        others.forEach(send -> campaigns.add(StatusJson.one(Json.object(), send, mostFailed)));
        outcomes.forEach(outcome -> campaigns.add(one(outcome, mostFailed)));
        return Json.document(document);
    }

    private static ObjectNode one(Outcome outcome, OptionalDouble mostFailed) {
        var node = StatusJson.one(Json.object(), outcome.send(), mostFailed);
        var funnel = node.putObject("funnel");
        outcome.funnel().forEach(step -> funnel.put(step.name().replace(' ', '_'), step.messages()));
        outcome.log().ifPresent(log -> logged(node, log));
        return node;
    }

    private static void logged(ObjectNode node, LogSummary log) {
        node.put("logged", log.messages()).put("logged_failed", log.failed());
        CausesText.list(node.putArray("causes"), log.causes());
        node.put("flow_span", LogCounter.SPAN.toString());
        var flow = node.putArray("flow");
        log.flow()
                .forEach((at, many) -> flow.addObject()
                        .put("at", at.toString())
                        .put("sent", many.sent())
                        .put("delivered", many.delivered())
                        .put("read", many.read()));
    }
}
