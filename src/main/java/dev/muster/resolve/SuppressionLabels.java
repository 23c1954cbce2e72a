package dev.muster.resolve;

import dev.muster.audience.ContactIndex;
import dev.muster.model.Label;
import dev.muster.model.LabelId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The labels that the policy excludes from everything, as the workspace has them, in the policy's order; one that does not
 * exist is missing and has a finding of its own. {@code count} of each is the number of contacts that carry it, where that can
 * be known. {@code systemKnown} says that this workspace marks the labels which SeaX keeps itself; {@code seen} what was
 * seen of each while people were read, where they show their labels.
 */
public record SuppressionLabels(List<Label> labels, boolean systemKnown, Map<LabelId, Seen> seen) {
    /** Nothing was looked up. */
    public static final SuppressionLabels NONE = new SuppressionLabels(List.of(), false);

    public SuppressionLabels {
        labels = List.copyOf(labels);
        seen = Map.copyOf(seen);
    }

    /**
     * How many contacts carried a label while people were read.
     *
     * @param most how many at the most
     * @param last how many at the end
     * @param uncounted how many more by SeaX's own count, apart from its own changes
     */
    public record Seen(int most, int last, int uncounted) {}

    /** Whether SeaX counts more contacts with a label than it gave. */
    boolean isUncounted() {
        return seen.values().stream().anyMatch(carriers -> carriers.uncounted() > 0);
    }

    /** Nothing was seen of them. */
    public SuppressionLabels(List<Label> labels, boolean systemKnown) {
        this(labels, systemKnown, Map.of());
    }

    static SuppressionLabels of(
            List<LabelId> ids, Collection<Label> all, Optional<ContactIndex> contacts, Map<LabelId, Seen> seen) {
        var named = ids.stream()
                .flatMap(id ->
                        all.stream().filter(label -> label.id().equals(id)).limit(1))
                .map(label -> contacts.map(index -> counted(label, index)).orElse(label))
                .toList();
        return new SuppressionLabels(named, all.stream().anyMatch(Label::system), seen);
    }

    public List<LabelId> ids() {
        return labels.stream().map(Label::id).toList();
    }

    /** The sweep is what the rosters come from; a count that the server keeps may be older. */
    private static Label counted(Label label, ContactIndex contacts) {
        return new Label(label.id(), label.name(), label.system(), OptionalInt.of(contacts.count(label.id())));
    }
}
