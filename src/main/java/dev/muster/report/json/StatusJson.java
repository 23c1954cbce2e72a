package dev.muster.report.json;

import dev.muster.doubt.OpenSendEvidence;
import dev.muster.doubt.SingleDoubt;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntries;
import dev.muster.lock.Observation;
import dev.muster.lock.OutcomeComparison;
import dev.muster.lock.SendState;
import dev.muster.model.MessageCounts;
import dev.muster.outcome.SendProgress;
import dev.muster.report.Json;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ObjectNode;

/** How the sends are doing, for programs: one document, or an event for each thing that a watch sees. */
public final class StatusJson {
    private StatusJson() {}

    public static String of(
            List<SendProgress> sends,
            MessageEntries singles,
            List<SingleDoubt> doubts,
            OptionalDouble mostFailed,
            boolean success) {
        var document = Json.envelope(success, List.of());
        if (singles.steps() > 0) {
            var open = document.putArray("singles_in_doubt");
            doubts.forEach(doubt -> open.add(one(doubt)));
            var odd = document.putArray("singles_not_as_asked");
            singles.odd().forEach(entry -> odd.add(SingleJson.one(entry)));
        }
        var campaigns = document.putArray("campaigns");
        sends.forEach(send -> campaigns.add(one(Json.object(), send, mostFailed)));
        return Json.document(document);
    }

    private static ObjectNode one(SingleDoubt doubt) {
        var node = SingleJson.one(doubt.entry());
        VerdictJson.put(node, doubt.verdict());
        return node;
    }

    /** How one send is doing now. */
    public static ObjectNode event(SendProgress send, OptionalDouble mostFailed) {
        return one(typed(send.isOver() ? "ended" : "progress"), send, mostFailed);
    }

    /** SeaX could not be asked; it will be asked again. */
    public static ObjectNode unread(String why) {
        return typed("unread").put("why", why);
    }

    public static ObjectNode summary(List<SendProgress> sends, int exitCode) {
        return typed("summary")
                .put("success", exitCode == 0)
                .put("campaigns", sends.size())
                .put("ended", sends.stream().filter(SendProgress::isOver).count())
                .put(
                        "messages",
                        sends.stream().mapToLong(SendProgress::messages).sum())
                .put(
                        "failed",
                        sends.stream()
                                .mapToLong(send -> send.tally().number("failed").orElse(0))
                                .sum())
                .put("exit_code", exitCode);
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }

    static ObjectNode one(ObjectNode node, SendProgress send, OptionalDouble mostFailed) {
        var entry = send.entry();
        node.put("campaign", send.identity().toString())
                .put("state", SendState.of(entry).name());
        if (entry instanceof LockEntry.Confirmed confirmed) {
            node.put("id", confirmed.remote().id().value());
        }
        send.doubt().ifPresent(doubt -> found(node, doubt));
        send.seen().ifPresent(seen -> seen(node, send, seen));
        node.put("messages", send.messages());
        for (var step : MessageCounts.STEPS) {
            send.tally().number(step).ifPresent(number -> node.put(step, number));
            send.share(step).ifPresent(share -> node.put(step + "_share", rounded(share)));
        }
        send.seen().flatMap(Observation::comparison).ifPresent(found -> compared(node.putObject("compared"), found));
        if (entry instanceof LockEntry.Confirmed) {
            Json.texts(node.putArray("anomalies"), send.anomalies());
        }
        Json.texts(node.putArray("contradictions"), send.contradictions());
        return node.put("fails_too_often", send.failsTooOften(mostFailed));
    }

    private static void seen(ObjectNode node, SendProgress send, Observation seen) {
        seen.status().ifPresent(status -> node.put("status", status));
        node.put("stage", send.stage().name().toLowerCase(Locale.ROOT))
                .put("since", seen.since().toString())
                .put("seen", seen.at().toString());
    }

    private static void found(ObjectNode node, OpenSendEvidence doubt) {
        node.put("held", doubt.isHeld());
        VerdictJson.put(node, doubt.verdict());
        var ids = node.putArray("found");
        doubt.found().forEach(campaign -> ids.add(campaign.id().value()));
    }

    private static void compared(ObjectNode node, OutcomeComparison found) {
        node.put("at", found.at().toString())
                .put("planned", found.planned())
                .put("received", found.received())
                .put("failed", found.failed());
        found.missing().ifPresent(number -> node.put("missing", number));
        found.unexpected().ifPresent(number -> node.put("unexpected", number));
        found.excluded().ifPresent(number -> node.put("excluded", number));
        Json.texts(node.putArray("dangers"), found.dangers());
        Json.texts(node.putArray("remarks"), found.remarks());
    }

    private static double rounded(double share) {
        return Math.round(share * 1e4) / 1e4;
    }
}
