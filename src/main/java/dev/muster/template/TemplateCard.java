package dev.muster.template;

import dev.muster.model.Template;
import java.util.List;
import java.util.Optional;

/**
 * A template for those who look for one: its slots, what it looks like with the name of each slot in it, or why no campaign
 * can use it.
 *
 * @param slots in the order of the template; none where nobody can tell
 * @param hindrance why it cannot be used, as the end of a sentence that begins with it
 */
public record TemplateCard(Template template, List<Slot> slots, Optional<String> hindrance, Optional<Shown> sample) {
    public TemplateCard {
        slots = List.copyOf(slots);
    }

    public static TemplateCard of(Template template) {
        var hindrance = TemplateFinder.hindrance(template);
        if (TemplateFinder.unusable(template).isPresent()) {
            return new TemplateCard(template, List.of(), hindrance, Optional.empty());
        }
        var layout = new TemplateLayout(template, false);
        var names = layout.slots().stream().map(TemplateCard::name).toList();
        return new TemplateCard(template, layout.slots(), hindrance, Optional.of(layout.shown(names)));
    }

    public boolean isUsable() {
        return hindrance.isEmpty();
    }

    private static String name(Slot slot) {
        return switch (slot.part()) {
            case HEADER_TEXT, BODY -> "‹" + slot.name() + "›";
            case HEADER_MEDIA -> "‹address›";
            case FILENAME -> "‹name›";
            case URL_BUTTON -> "‹end›";
            case COUPON_BUTTON -> "‹code›";
        };
    }
}
