package dev.muster.model;

import java.util.Optional;
import java.util.Set;

/**
 * A contact row in SeaX: one person may have several. {@code whatsapp} is the number that campaigns message, in the form
 * SeaX gave. Personal data: held in memory only.
 */
public record Contact(
        ContactId id, String name, Optional<String> phone, Optional<String> whatsapp, Set<LabelId> labels) {
    public Contact {
        labels = Set.copyOf(labels);
    }

    @Override
    public String toString() {
        return "Contact[" + id + "]";
    }
}
