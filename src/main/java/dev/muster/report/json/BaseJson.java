package dev.muster.report.json;

import dev.muster.audience.AudienceDifference;
import dev.muster.audience.AudienceDifference.Cause;
import dev.muster.diff.WordDifference;
import dev.muster.model.Campaign;
import dev.muster.plan.BaseComparison;
import dev.muster.plan.CampaignComparison;
import dev.muster.plan.CampaignComparison.Kind;
import dev.muster.plan.CampaignComparison.Unknown;
import dev.muster.report.BaseWords;
import dev.muster.report.CampaignEdits;
import dev.muster.report.Json;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for programs: the {@code base} member of a plan. It names labels, never a person. */
public final class BaseJson {
    private BaseJson() {}

    public static ObjectNode node(BaseComparison comparison) {
        var node = Json.object()
                .put("ref", comparison.base().ref())
                .put("commit", comparison.base().commit())
                .put("without_folder", comparison.withoutFolder());
        Json.texts(node.putArray("unreadable_files"), comparison.unreadable());
        totals(node.putObject("totals"), comparison);
        var campaigns = node.putArray("campaigns");
        comparison.campaigns().forEach(campaign -> campaigns.add(campaign(campaign)));
        return node;
    }

    private static void totals(ObjectNode node, BaseComparison comparison) {
        node.put("changed", comparison.count(Kind.CHANGED))
                .put("added", comparison.count(Kind.ADDED))
                .put("removed", comparison.count(Kind.REMOVED))
                .put("unreadable", comparison.count(Kind.UNREADABLE))
                .put("people_joining", comparison.peopleJoined())
                .put("people_leaving", comparison.peopleLeft())
                .put("complete", !comparison.hasUnknown());
    }

    private static ObjectNode campaign(CampaignComparison campaign) {
        var node = Json.object()
                .put("key", campaign.key().value())
                .put("change", BaseWords.word(campaign.kind()))
                .put("has_effect", campaign.settled().isEmpty());
        campaign.settled().ifPresent(reason -> node.put("reason", reason.name()));
        campaign.people().ifPresent(people -> {
            if (people instanceof Unknown unknown) {
                node.putNull("people").put("people_unknown", unknown.why());
            }
        });
        campaign.counted().forEach(difference -> people(node.putObject("people"), difference));
        campaign.before().ifPresent(before -> campaign.after().ifPresent(after -> edits(node, before, after)));
        return node;
    }

    private static void people(ObjectNode node, AudienceDifference difference) {
        node.put("before", difference.before()).put("after", difference.after());
        causes(node.putArray("joining"), difference.joined());
        causes(node.putArray("leaving"), difference.left());
    }

    private static void causes(ArrayNode array, List<Cause> causes) {
        causes.forEach(cause -> array.addObject()
                .put("part", cause.part().name().toLowerCase(Locale.ROOT))
                .put("label", cause.label())
                .put("people", cause.people()));
    }

    private static void edits(ObjectNode node, Campaign before, Campaign after) {
        var words =
                WordDifference.between(before.message().shown(), after.message().shown());
        if (!words.isEmpty()) {
            var message = node.putArray("message");
            words.segments()
                    .forEach(segment ->
                            message.addObject().put(segment.kind().name().toLowerCase(Locale.ROOT), segment.text()));
        }
        var parts = node.putArray("parts");
        CampaignEdits.between(before, after)
                .forEach(edit -> parts.addObject()
                        .put("part", edit.part())
                        .put("before", edit.before())
                        .put("after", edit.after()));
    }
}
