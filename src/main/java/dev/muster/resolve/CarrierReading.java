package dev.muster.resolve;

import dev.muster.model.Contact;
import dev.muster.model.LabelId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;

/**
 * Reads who carries labels. All labels are asked for at once. One that shows fewer people there than are known with it, or
 * nobody, is asked for alone, so that nothing rests on how SeaX joins several labels.
 *
 * @param known how many people are known with a label
 * @param row notes that a contact carries a label, and says which row it is
 */
record CarrierReading(Workspace workspace, ToIntFunction<LabelId> known, ToIntBiFunction<Contact, LabelId> row) {

    /** The rows of those who carry each label. */
    Map<LabelId, Set<Integer>> of(List<LabelId> labels) {
        var found = together(labels);
        found.forEach((label, carriers) -> {
            if (carriers.size() < Math.max(1, known.applyAsInt(label))) {
                workspace.carriers(List.of(label), contact -> carriers.add(row.applyAsInt(contact, label)));
            }
        });
        return found;
    }

    /** Nothing where SeaX hands over somebody with none of the labels: then it cannot answer for several. */
    private Map<LabelId, Set<Integer>> together(List<LabelId> labels) {
        var found = new HashMap<LabelId, Set<Integer>>();
        labels.forEach(label -> found.put(label, new HashSet<>()));
        if (labels.size() > 1 && !isJoined(labels, found)) {
            found.values().forEach(Set::clear);
        }
        return found;
    }

    private boolean isJoined(List<LabelId> labels, Map<LabelId, Set<Integer>> found) {
        var isJoined = new AtomicBoolean(true);
        workspace.carriers(labels, contact -> {
            var carried = labels.stream().filter(contact.labels()::contains).toList();
            carried.forEach(label ->
                    found.computeIfAbsent(label, none -> new HashSet<>()).add(row.applyAsInt(contact, label)));
            if (carried.isEmpty()) {
                isJoined.set(false);
            }
        });
        return isJoined.get();
    }
}
