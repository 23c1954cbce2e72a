package dev.muster.report.json;

import dev.muster.apply.SingleEffect;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.lock.MessageEntry;
import dev.muster.lock.SendState;
import dev.muster.report.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Single messages for programs, without the person. */
public final class SingleJson {
    private SingleJson() {}

    public static String of(SingleEffect effect, List<Diagnostic> findings, int exitCode) {
        var document = Json.envelope(exitCode == 0, findings).put("exit_code", exitCode);
        if (effect instanceof SingleEffect.NotTried untried) {
            return Json.document(document.put("why", untried.why()));
        }
        boolean recorded = effect instanceof SingleEffect.Recorded;
        var entry = effect instanceof SingleEffect.Recorded known
                ? known.entry()
                : ((SingleEffect.NotRecorded) effect).entry();
        document.set("single", one(entry).put("recorded", recorded));
        return Json.document(document);
    }

    /** The run ended before anything was tried. */
    public static String declined(String why, List<Diagnostic> findings, int exitCode) {
        return Json.document(
                Json.envelope(false, findings).put("exit_code", exitCode).put("why", why));
    }

    static ObjectNode one(MessageEntry entry) {
        var node = Json.object()
                .put("identity", entry.identity().toString())
                .put("state", SendState.of(entry).name())
                .put("since", entry.since().toString())
                .put("path", entry.attempt().path().word())
                .put("run", entry.attempt().run().id());
        entry.attempt().testOf().ifPresent(key -> node.put("test_of", key.value()));
        entry.remote().ifPresent(id -> node.put("id", id.value()));
        Json.texts(node.putArray("anomalies"), entry.anomalies());
        return node.put("reason", entry.reason());
    }
}
