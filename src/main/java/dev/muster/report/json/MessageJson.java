package dev.muster.report.json;

import dev.muster.audience.FilledIn;
import dev.muster.model.text.Link;
import dev.muster.report.Json;
import dev.muster.resolve.MessageContext;
import dev.muster.resolve.ResolvedCampaign;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a message, for programs: where its links lead, how it is filled in, which templates say the same. */
final class MessageJson {
    private MessageJson() {}

    static void add(ObjectNode node, ResolvedCampaign resolved) {
        var text = resolved.text();
        var facts = resolved.message();
        Json.texts(
                node.putArray("link_hosts"),
                Link.in(text).stream()
                        .map(link -> link.host().ascii())
                        .distinct()
                        .toList());
        facts.filledIn().ifPresent(filledIn -> filledIn(node, filledIn));
        facts.templates().ifPresent(listed -> templates(node.putArray("templates"), listed, text));
    }

    private static void filledIn(ObjectNode node, FilledIn filledIn) {
        node.put("longest_filled_in", filledIn.longest());
        var placeholders = node.putArray("placeholders");
        filledIn.gaps()
                .forEach(gap -> placeholders
                        .addObject()
                        .put("name", gap.placeholder())
                        .put("people_without", gap.missing())
                        .put("people_with_blank", gap.blank())
                        .put("people_with_unfit", gap.unfit()));
    }

    private static void templates(ArrayNode array, List<MessageContext.Listed> senders, String text) {
        senders.forEach(sender -> sender.saying(text)
                .forEach(template -> array.addObject()
                        .put("sender", sender.sender().name())
                        .put("name", template.name())
                        .put("language", template.language())
                        .put("status", template.status())
                        .put("category", template.category())));
    }
}
