package dev.muster.report;

import dev.muster.model.Phone;
import dev.muster.template.TemplateCard;
import java.util.List;

/** A sender and its templates, for people who look for one. */
public record SenderTemplates(Phone sender, List<TemplateCard> cards) {
    public SenderTemplates {
        cards = List.copyOf(cards);
    }
}
