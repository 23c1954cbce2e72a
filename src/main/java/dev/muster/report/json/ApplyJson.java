package dev.muster.report.json;

import dev.muster.apply.ApplyReport;
import dev.muster.apply.ApplyResult;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.lock.LockEntry;
import dev.muster.lock.SendState;
import dev.muster.plan.approval.AudienceDrift;
import dev.muster.report.FindingsJson;
import dev.muster.report.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** An apply as events for programs: version, plan, an effect as each campaign is settled, and the summary. */
public final class ApplyJson {
    private ApplyJson() {}

    public static ObjectNode version(String tool) {
        return typed("version").put("format", Json.FORMAT).put("muster", tool);
    }

    public static ObjectNode plan(String digest, int campaigns, long messages) {
        return typed("plan").put("digest", digest).put("campaigns", campaigns).put("messages", messages);
    }

    public static ObjectNode effect(ApplyResult effect) {
        var node = typed("effect")
                .put("campaign", effect.identity().toString())
                .put("key", effect.identity().key().value())
                .put("generation", effect.identity().generation());
        effect.identity().part().ifPresent(part -> node.put("part", part.value()));
        if (effect instanceof ApplyResult.Sent sent) {
            node.put("outcome", "sent").put("id", sent.id().value()).put("messages", sent.messages());
            Json.texts(node.putArray("anomalies"), sent.anomalies());
        } else if (effect instanceof ApplyResult.Refused refused) {
            node.put("outcome", "refused").put("why", refused.reason());
        } else if (effect instanceof ApplyResult.InDoubt doubt) {
            node.put("outcome", "in_doubt").put("why", doubt.reason());
        } else if (effect instanceof ApplyResult.NotRecorded lost) {
            node.put("outcome", "not_recorded").put("why", lost.outcome()).put("recovery", lost.recovery());
        } else if (effect instanceof ApplyResult.NobodyLeft nobody) {
            node.put("outcome", "nobody_left").put("why", nobody.why());
        } else if (effect instanceof ApplyResult.NotTried untried) {
            node.put("outcome", "not_tried").put("why", untried.why());
        }
        return node;
    }

    /** Where an outcome is that the lock did not take, and how to feed it back. */
    public static ObjectNode rescued(String line, Optional<String> kept, String command) {
        var node = typed("rescue").put("command", command);
        kept.ifPresentOrElse(file -> node.put("file", file), () -> node.put("line", line.strip()));
        return node;
    }

    /** What SeaX shows about an earlier send. */
    public static ObjectNode reconciled(LockEntry entry) {
        var node = typed("reconciled")
                .put("campaign", entry.identity().toString())
                .put("key", entry.identity().key().value())
                .put("generation", entry.identity().generation())
                .put("state", SendState.of(entry).name());
        if (entry instanceof LockEntry.Confirmed confirmed) {
            node.put("id", confirmed.remote().id().value());
            Json.texts(node.putArray("anomalies"), confirmed.anomalies());
        }
        return node;
    }

    /** Who joined and who left since the review. */
    public static ObjectNode moved(AudienceDrift moved) {
        var drift = moved.drift();
        var node = typed("drift")
                .put("campaign", moved.identity().toString())
                .put("key", moved.identity().key().value())
                .put("people_reviewed", drift.then())
                .put("people", drift.now())
                .put("joined", drift.joined())
                .put("left", drift.left())
                .put("exact", drift.exact())
                .put("opted_out", moved.optedOut().people());
        var labels = node.putObject("opted_out_by_label");
        moved.optedOut().byLabel().forEach((label, people) -> labels.put(label.value(), people));
        return node;
    }

    public static ObjectNode summary(ApplyReport report, List<String> alarms, int exitCode) {
        var node = typed("summary")
                .put("success", exitCode == 0)
                .put("sent", report.all(ApplyResult.Sent.class).size())
                .put("messages", report.messages())
                .put("refused", report.all(ApplyResult.Refused.class).size())
                .put("in_doubt", report.all(ApplyResult.InDoubt.class).size())
                .put("not_recorded", report.all(ApplyResult.NotRecorded.class).size())
                .put("not_tried", report.all(ApplyResult.NotTried.class).size())
                .put("exit_code", exitCode);
        Json.texts(node.putArray("alarms"), alarms);
        return node;
    }

    /** The run ended before anything was tried. */
    public static ObjectNode declined(String why, int exitCode) {
        return typed("summary")
                .put("success", exitCode == 0)
                .put("sent", 0)
                .put("why", why)
                .put("exit_code", exitCode);
    }

    /** The run ended before there was a plan, or in the midst of it. */
    public static ObjectNode failed(String why, List<Diagnostic> findings, int exitCode) {
        var node = typed("failure").put("success", false).put("why", why).put("exit_code", exitCode);
        node.set("diagnostics", FindingsJson.tree(findings).get("diagnostics"));
        return node;
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
