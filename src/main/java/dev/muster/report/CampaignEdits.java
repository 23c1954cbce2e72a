package dev.muster.report;

import dev.muster.model.Campaign;
import dev.muster.model.Message;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What else of a campaign was edited, besides its audience and its text: each part as it was and as it is. */
public final class CampaignEdits {
    private CampaignEdits() {}

    /** One part that differs; an empty side is written as {@code none}. */
    public record Edit(String part, String before, String after) {}

    public static List<Edit> between(Campaign before, Campaign after) {
        return List.of(
                        edit("name", before.name(), after.name()),
                        edit("generation", generation(before), generation(after)),
                        edit("senders", list(before.senders()), list(after.senders())),
                        edit("schedule", Times.of(before.schedule()), Times.of(after.schedule())),
                        edit("media", media(before.message()), media(after.message())),
                        edit("shorten_links", shortened(before.message()), shortened(after.message())),
                        edit("template", template(before.message()), template(after.message())),
                        edit("attach_labels", list(before.attachLabels()), list(after.attachLabels())),
                        edit("acknowledge", accepted(before), accepted(after)))
                .stream()
                .filter(edit -> !edit.before().equals(edit.after()))
                .toList();
    }

    private static Edit edit(String part, String before, String after) {
        return new Edit(part, before, after);
    }

    private static String generation(Campaign campaign) {
        return String.valueOf(campaign.identity().generation());
    }

    /** In one order, because the order has no meaning. */
    private static String list(Collection<?> values) {
        var sorted = values.stream().map(Objects::toString).sorted().distinct().toList();
        return sorted.isEmpty() ? "none" : String.join(", ", sorted);
    }

    private static String media(Message message) {
        return message.media().isEmpty() ? "none" : String.join(", ", message.media());
    }

    private static String shortened(Message message) {
        return message.shortenLinks() ? "yes" : "no";
    }

    private static String template(Message message) {
        return message.template()
                .map(template -> template.name() + " (" + template.language() + ")")
                .orElse("none");
    }

    private static String accepted(Campaign campaign) {
        return campaign.acknowledged().isEmpty()
                ? "none"
                : new TreeSet<>(campaign.acknowledged().entrySet().stream()
                                .map(rule -> rule.getKey() + " (" + rule.getValue() + ")")
                                .toList())
                        .stream().collect(Collectors.joining(", "));
    }
}
