package dev.muster.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A contact row in SeaX: one person may have several. {@code whatsapp} is the number that campaigns message, in the form
 * SeaX gave; {@code fields} holds what messages can fill in besides name and phone. Personal data: held in memory only.
 */
public record Contact(
        ContactId id,
        String name,
        Optional<String> phone,
        Optional<String> whatsapp,
        Set<LabelId> labels,
        Map<String, String> fields) {
    public Contact {
        labels = Set.copyOf(labels);
        fields = Map.copyOf(fields);
    }

    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
