package dev.muster.report.json;

import dev.muster.model.Label;
import dev.muster.plan.Plan;
import dev.muster.report.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The people of all campaigns together, for programs: suppression, the pairs of campaigns that share most people and how
 * many pairs there are, messages per person.
 */
final class CrowdJson {
    /** All pairs of 141 campaigns; ten thousand campaigns have fifty million. */
    static final int MOST_PAIRS = 10_000;

    private CrowdJson() {}

    static void add(ObjectNode document, Plan plan) {
        var suppression = document.putArray("suppression");
        plan.crowd().suppression().labels().forEach(label -> suppression.add(label(label)));
        var shared = plan.sharedPeople(MOST_PAIRS);
        document.put("overlaps_total", shared.count());
        var overlaps = document.putArray("overlaps");
        shared.most()
                .forEach(pair -> overlaps.add(Json.object()
                        .put("campaign", pair.planned().toString())
                        .put("other", pair.other().toString())
                        .put("other_sent_before", pair.otherWasSent())
                        .put("people", pair.people())));
        var messages = document.putObject("messages_per_person");
        messages.put("earlier_campaigns", plan.crowd().earlier().size());
        messages.put("earlier_campaigns_not_counted", plan.crowd().uncounted());
        var people = messages.putObject("people");
        plan.messagesPerPerson().people().forEach((count, number) -> people.put(count.toString(), number));
    }

    private static ObjectNode label(Label label) {
        var node = Json.object()
                .put("label", label.name().value())
                .put("id", label.id().value())
                .put("system", label.system());
        label.count().ifPresent(count -> node.put("contacts", count));
        return node;
    }
}
