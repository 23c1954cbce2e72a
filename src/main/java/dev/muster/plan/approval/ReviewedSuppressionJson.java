package dev.muster.plan.approval;

import dev.muster.audience.AudienceSketch;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.LabelId;
import dev.muster.model.LabelName;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The member {@code suppression} of a plan document; plans of earlier versions have none, and are read as they are. */
final class ReviewedSuppressionJson {
    private static final String NAME = "suppression";

    private ReviewedSuppressionJson() {}

    static void write(ReviewedSuppression suppression, ObjectNode plan) {
        if (suppression.equals(ReviewedSuppression.NONE)) {
            return;
        }
        var node = plan.putObject(NAME);
        var labels = node.putObject("labels");
        suppression.labels().forEach((name, label) -> {
            var written = labels.putObject(name.value()).put("id", label.id().value());
            label.count().ifPresent(count -> written.put("contacts", count));
        });
        suppression
                .people()
                .ifPresent(sketch -> node.put("people", sketch.people()).put("sketch", sketch.hashes()));
    }

    static ReviewedSuppression read(JsonNode plan, Instant at) {
        var node = plan.path(NAME);
        var labels = new TreeMap<LabelName, SuppressionRecord>();
        node.path("labels")
                .properties()
                .forEach(label -> labels.put(new LabelName(label.getKey()), label(label.getValue(), at)));
        return new ReviewedSuppression(
                labels,
                node.has("sketch")
                        ? Optional.of(new AudienceSketch(
                                node.path("people").asInt(-1),
                                node.path("sketch").asString("")))
                        : Optional.empty());
    }

    private static SuppressionRecord label(JsonNode node, Instant at) {
        var count = node.has("contacts") ? OptionalInt.of(node.path("contacts").asInt(-1)) : OptionalInt.empty();
        return new SuppressionRecord(new LabelId(node.path("id").asString("")), count, at);
    }
}
