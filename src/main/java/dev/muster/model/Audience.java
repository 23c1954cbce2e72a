package dev.muster.model;

import java.util.List;

/**
 * Who a campaign is for: everyone with one of {@code any} (if given) and every one of {@code all}, without those who have
 * one of {@code exclude} and without {@code excludeContacts}. {@code Audience<LabelName>} is what people write,
 * {@code Audience<LabelId>} is what may be posted; the two cannot be mixed up.
 */
public record Audience<L>(List<L> any, List<L> all, List<L> exclude, List<ContactId> excludeContacts) {
    public Audience {
        any = List.copyOf(any);
        all = List.copyOf(all);
        exclude = List.copyOf(exclude);
        excludeContacts = List.copyOf(excludeContacts);
    }

    /** Without a positive selector SeaX may read the audience as everyone: such an audience is never sent. */
    public boolean hasPositiveSelector() {
        return !any.isEmpty() || !all.isEmpty();
    }
}
