package dev.muster.report.json;

import dev.muster.model.TemplateContent;
import dev.muster.report.Json;
import dev.muster.report.SenderTemplates;
import dev.muster.template.Shown;
import dev.muster.template.Slot;
import dev.muster.template.TemplateCard;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** The document of {@code templates --json}. */
public final class TemplatesJson {
    private TemplatesJson() {}

    public static String of(List<SenderTemplates> senders) {
        var document = Json.envelope(true, List.of());
        document.put(
                "total",
                senders.stream().mapToInt(sender -> sender.cards().size()).sum());
        var templates = document.putArray("templates");
        for (var sender : senders) {
            for (var card : sender.cards()) {
                card(templates.addObject().put("sender", sender.sender().name()), card);
            }
        }
        return Json.document(document);
    }

    private static void card(ObjectNode row, TemplateCard card) {
        var template = card.template();
        row.put("name", template.name())
                .put("language", template.language())
                .put("status", template.status())
                .put("category", template.category())
                .put("slot_names", !template.positional())
                .put("usable", card.isUsable());
        card.hindrance().ifPresent(why -> row.put("why_not", why));
        var slots = row.putArray("slots");
        card.slots().forEach(slot -> slot(slots.addObject(), slot, card));
        card.sample().ifPresent(sample -> sample(row.putObject("sample"), sample));
        row.put("id", template.id());
    }

    private static void slot(ObjectNode row, Slot slot, TemplateCard card) {
        row.put("part", part(slot, card));
        if (!slot.name().isEmpty()) {
            row.put("name", slot.name());
        }
    }

    /** {@code header}, {@code body} or {@code button}; of a header that shows a file its kind. */
    private static String part(Slot slot, TemplateCard card) {
        return switch (slot.part()) {
            case HEADER_TEXT -> "header";
            case HEADER_MEDIA ->
                card.template().content().stream()
                        .flatMap(content -> content.header().stream())
                        .map(header -> ((TemplateContent.Header.Media) header).kind())
                        .map(kind -> lower(kind))
                        .findFirst()
                        .orElse("header");
            case FILENAME -> "filename";
            case BODY -> "body";
            case URL_BUTTON -> "url_button";
            case COUPON_BUTTON -> "coupon_button";
        };
    }

    private static void sample(ObjectNode row, Shown sample) {
        sample.header().ifPresent(text -> row.put("header", text));
        sample.media().ifPresent(media -> row.put("media", lower(media.kind())));
        row.put("body", sample.body());
        sample.footer().ifPresent(text -> row.put("footer", text));
        var buttons = row.putArray("buttons");
        sample.buttons().forEach(button -> {
            var one = buttons.addObject().put("kind", lower(button.kind())).put("label", button.label());
            button.value().ifPresent(value -> one.put("value", value));
        });
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
