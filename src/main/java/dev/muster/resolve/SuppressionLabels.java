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
 * be known. {@code systemKnown} says that this workspace marks the labels which SeaX keeps itself; {@code unread} how many more
 * contacts carry a label by SeaX's own count than were found, apart from what was seen changing.
 */
public record SuppressionLabels(List<Label> labels, boolean systemKnown, Map<LabelId, Integer> unread) {
    /** Nothing was looked up. */
    public static final SuppressionLabels NONE = new SuppressionLabels(List.of(), false);

    public SuppressionLabels {
        labels = List.copyOf(labels);
        unread = Map.copyOf(unread);
    }

    /** As many as SeaX counts were found. */
    public SuppressionLabels(List<Label> labels, boolean systemKnown) {
        this(labels, systemKnown, Map.of());
    }

    static SuppressionLabels of(
            List<LabelId> ids, Collection<Label> all, Optional<ContactIndex> contacts, Map<LabelId, Integer> unread) {
        var named = ids.stream()
                .flatMap(id ->
                        all.stream().filter(label -> label.id().equals(id)).limit(1))
                .map(label -> contacts.map(index -> counted(label, index)).orElse(label))
                .toList();
        return new SuppressionLabels(named, all.stream().anyMatch(Label::system), unread);
    }

    public List<LabelId> ids() {
        return labels.stream().map(Label::id).toList();
    }

    /** The sweep is what the rosters come from; a count that the server keeps may be older. */
    private static Label counted(Label label, ContactIndex contacts) {
        return new Label(label.id(), label.name(), label.system(), OptionalInt.of(contacts.count(label.id())));
    }
}
