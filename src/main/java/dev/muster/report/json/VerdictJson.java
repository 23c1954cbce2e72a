package dev.muster.report.json;

import dev.muster.doubt.DoubtVerdict;
import dev.muster.report.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the evidence makes of a send whose outcome is unknown, for programs. */
final class VerdictJson {
    private VerdictJson() {}

    /** The member {@code verdict}: {@code held} until a time, {@code sent} as a campaign, or {@code unknown}. */
    static void put(ObjectNode node, DoubtVerdict verdict) {
        var object = node.putObject("verdict");
        if (verdict instanceof DoubtVerdict.Held held) {
            object.put("outcome", "held").put("until", held.until().toString());
        } else if (verdict instanceof DoubtVerdict.Sent sent) {
            object.put("outcome", "sent").put("id", sent.campaign().id().value());
            Json.texts(object.putArray("anomalies"), sent.anomalies());
        } else {
            var unknown = (DoubtVerdict.Unknown) verdict;
            Json.texts(object.put("outcome", "unknown").putArray("contradictions"), unknown.contradictions());
        }
    }
}
