package dev.muster.template;

import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fills one template for one person after the other. The template must be one that {@link TemplateMatch} found fit for the
 * message. Nothing of a person stays in it, and several threads may use it.
 */
public final class TemplateRenderer {
    private final TemplateLayout layout;
    private final List<SlotValue> values;

    /** A message with a slot too few or too many for the template is an {@link IllegalArgumentException}. */
    public TemplateRenderer(TemplateMessage message, Template template) {
        var texts = new SlotTexts(message);
        layout = new TemplateLayout(template, texts.namesDocument());
        var format = new FieldFormat(template.language());
        values = layout.slots().stream()
                .map(slot -> new SlotValue(slot, texts.of(slot), format))
                .toList();
    }

    /** The template for somebody whose fields, by name, have these values; an unknown field is one without a value. */
    public Rendered render(Function<String, Optional<String>> field) {
        var filled = new ArrayList<Filled>(values.size());
        var faults = new ArrayList<ValueFault>(0);
        for (var value : values) {
            filled.add(value.fill(field, faults));
        }
        var shown = layout.shown(filled.stream().map(Filled::text).toList());
        new ValueRules(layout, faults).check(filled, shown);
        return new Rendered(layout, List.copyOf(filled), shown, List.copyOf(faults));
    }
}
