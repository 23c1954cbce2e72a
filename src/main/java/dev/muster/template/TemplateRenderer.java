package dev.muster.template;

import dev.muster.model.Template;
import dev.muster.model.TemplateMessage;
import dev.muster.model.text.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Fills one template for one person after the other. The template must be one that {@link TemplateMatch} found fit for the
 * message. Nothing of a person stays in it, and several threads may use it.
 */
public final class TemplateRenderer {
    private final TemplateLayout layout;
    private final List<SlotValue> values;
    private final FixedLinks links;

    /** A message with a slot too few or too many for the template is an {@link IllegalArgumentException}. */
    public TemplateRenderer(TemplateMessage message, Template template) {
        var texts = new SlotTexts(message);
        layout = new TemplateLayout(template, texts.namesDocument());
        var format = new FieldFormat(template.language());
        values = layout.slots().stream()
                .map(slot -> new SlotValue(slot, texts.of(slot), format))
                .toList();
        links = new FixedLinks(layout, values);
    }

    /** The template for somebody whose fields, by name, have these values; an unknown field is one without a value. */
    public Rendered render(Function<String, Optional<String>> field) {
        var filled = new ArrayList<Filled>(values.size());
        var texts = new ArrayList<String>(values.size());
        var faults = new ArrayList<ValueFault>(0);
        for (var value : values) {
            var own = value.fill(field, faults);
            filled.add(own);
            texts.add(own.text());
        }
        var shown = layout.shown(texts);
        var rules = new ValueRules(layout, faults);
        rules.check(filled);
        rules.lengths(filled, shown);
        return new Rendered(layout, links, filled, shown, faults);
    }

    /** The hosts that everybody's message leads to: those of the template, and of what the author wrote. */
    public Set<HostName> hosts() {
        return links.hosts();
    }

    /** What is wrong for everybody: with values that have no field, and with how long the texts are without any. */
    List<ValueFault> fixedFaults() {
        var faults = new ArrayList<ValueFault>();
        var fixed = values.stream().map(SlotValue::fixed).toList();
        var rules = new ValueRules(layout, faults);
        rules.check(
                values.stream().filter(SlotValue::isFixed).map(SlotValue::fixed).toList());
        rules.lengths(fixed, layout.shown(fixed.stream().map(Filled::text).toList()));
        return faults;
    }
}
