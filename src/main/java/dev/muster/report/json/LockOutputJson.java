package dev.muster.report.json;

import dev.muster.lock.Entry;
import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.model.CampaignKey;
import dev.muster.report.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The record for programs: what the lock file says, in the envelope of all commands. */
public final class LockOutputJson {
    private LockOutputJson() {}

    public static String of(Optional<Lock> lock, Optional<CampaignKey> key) {
        var document = Json.envelope(true, List.of());
        lock.ifPresent(l -> document.put("lineage", l.lineage()).put("serial", l.serial()));
        var entries = document.putArray("entries");
        lock.stream()
                .flatMap(l -> l.entries().values().stream())
                .filter(entry ->
                        key.isEmpty() || key.get().equals(entry.identity().key()))
                .forEach(entry -> entries.add(of(entry)));
        lock.filter(l -> key.isEmpty() && l.singles().steps() > 0).ifPresent(l -> {
            var singles = document.putArray("singles");
            l.singles().entries().values().forEach(entry -> singles.add(single(entry)));
        });
        return Json.document(document);
    }

    /** One single message, in the same envelope. */
    public static String of(MessageEntry entry) {
        var document = Json.envelope(true, List.of());
        document.putArray("singles").add(single(entry));
        return Json.document(document);
    }

    static ObjectNode single(MessageEntry entry) {
        return withHistory(SingleJson.one(entry), entry);
    }

    static ObjectNode of(LockEntry entry) {
        var attempt = entry.attempt();
        var node = Json.object()
                .put("key", entry.identity().key().value())
                .put("generation", entry.identity().generation())
                .put("state", SendState.of(entry).name())
                .put("since", entry.since().toString())
                .put("marker", attempt.marker().value())
                .put("run", attempt.run().id())
                .put("people", attempt.audience().people())
                .put("messages", attempt.audience().messages());
        if (attempt.audience().atMost()) {
            node.put("at_most", true);
        }
        attempt.run().commit().ifPresent(commit -> node.put("commit", commit));
        if (entry instanceof LockEntry.Confirmed confirmed) {
            node.put("id", confirmed.remote().id().value());
            Json.texts(node.putArray("anomalies"), confirmed.anomalies());
        }
        return withHistory(node, entry);
    }

    private static ObjectNode withHistory(ObjectNode node, Entry entry) {
        var history = node.putArray("history");
        for (var step : entry.history()) {
            var one = history.addObject().put("at", step.at().toString());
            step.from()
                    .ifPresent(from -> one.put("from", SendState.in(entry, from).name()));
            one.put("to", SendState.in(entry, step.to()).name())
                    .put("by", step.by())
                    .put("evidence", step.evidence());
        }
        return node;
    }
}
