package dev.muster.template;

import dev.muster.model.text.HostName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;

/**
 * A template as one person gets it. With faults it is never sent: its texts then show nothing where a value is missing. Its
 * values are in memory only, and never in {@code toString}.
 */
public final class Rendered {
    private final TemplateLayout layout;
    private final FixedLinks links;
    private final List<Filled> values;
    private final Shown shown;
    private final List<ValueFault> faults;

    Rendered(TemplateLayout layout, FixedLinks links, List<Filled> values, Shown shown, List<ValueFault> faults) {
        this.layout = layout;
        this.links = links;
        this.values = values;
        this.shown = shown;
        this.faults = faults;
    }

    /** A field that had nothing, so that its fallback stands in the slot. */
    public record Fallback(Slot slot, String field) {
        static final Comparator<Fallback> ORDER =
                Comparator.comparing(Fallback::slot, Slot.ORDER).thenComparing(Fallback::field);
    }

    /** Whether it can be sent. */
    public boolean isSendable() {
        return faults.isEmpty();
    }

    /** Whether a value is missing, or a slot is left with blanks only: who has none can be left out. */
    public boolean isMissingValue() {
        return faults.stream().map(ValueFault::kind).anyMatch(ValueFault.Kind::isMissing);
    }

    /** Each kind of fault once for a slot. */
    public List<ValueFault> faults() {
        return faults;
    }

    public Shown shown() {
        return shown;
    }

    /** The same for people to read: what comes from the person's fields is masked. */
    public Shown masked() {
        return layout.shown(values.stream().map(Filled::masked).toList());
    }

    /** Every fallback that stands in it, each once. */
    public List<Fallback> fallbacks() {
        var fallbacks = new ArrayList<Fallback>(0);
        for (var value : values) {
            for (var field : value.fallbacks()) {
                fallbacks.add(new Fallback(value.slot(), field));
            }
        }
        return fallbacks;
    }

    /** The units of UTF-16 in the body: never fewer than its code points. */
    public int units() {
        return shown.body().length();
    }

    public int codePoints() {
        return shown.body().codePointCount(0, units());
    }

    /** Every host that some phone may take a part of it to lead to. */
    public Set<HostName> hosts() {
        return shown.hosts();
    }

    /** The hosts that this person's values add to those that everybody's message leads to. */
    public Set<HostName> addedHosts() {
        return links.added(values, shown);
    }

    /** What the request carries for this person; only of what {@link #isSendable}. */
    public ArrayNode components() {
        if (!isSendable()) {
            throw new IllegalStateException("not sendable: " + faults);
        }
        return Components.of(layout, values);
    }

    /** What is in a slot, with what is personal masked. */
    String masked(Slot slot) {
        return values.stream()
                .filter(value -> value.slot().equals(slot))
                .map(Filled::masked)
                .findFirst()
                .orElse("");
    }

    List<Filled> values() {
        return values;
    }

    @Override
    public String toString() {
        return "Rendered[" + shown.language() + ", " + faults + "]";
    }
}
