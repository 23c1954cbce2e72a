package dev.muster.lock.format;

import dev.muster.lock.LockFormatException;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The suppression labels of the record in JSON, sorted by name, the same in the lock file and in the journal. A list, because
 * a name from outside may hold what cannot name a member:
 *
 * <pre>{@code "suppression": [{"at": …, "count": 51, "id": …, "name": "DNC"}]}</pre>
 */
final class SuppressionJson {
    private static final String NAME = "suppression";

    private SuppressionJson() {}

    static void write(JsonWriter out, SortedMap<LabelName, SuppressionRecord> labels) {
        out.objects(NAME, labels.entrySet(), label -> {
            out.text("at", label.getValue().at());
            out.number("count", label.getValue().count());
            out.text("id", label.getValue().id());
            out.text("name", label.getKey());
        });
    }

    static SortedMap<LabelName, SuppressionRecord> read(JsonCursor in) {
        var labels = new TreeMap<LabelName, SuppressionRecord>();
        for (var label : in.list(NAME, () -> in.object(() -> one(in)))) {
            if (labels.put(label.getKey(), label.getValue()) != null) {
                throw new LockFormatException("\"" + label.getKey() + "\" stands here twice");
            }
        }
        return labels;
    }

    private static Map.Entry<LabelName, SuppressionRecord> one(JsonCursor in) {
        var at = in.text("at", FastInstantParser::parse);
        var count = in.optionalCount("count");
        var id = in.text("id", LabelId::new);
        return Map.entry(in.text("name", LabelName::new), new SuppressionRecord(id, count, at));
    }
}
