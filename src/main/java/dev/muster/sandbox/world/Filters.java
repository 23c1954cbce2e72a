package dev.muster.sandbox.world;

import java.util.List;

/** Whom a campaign is for, in ids of labels that exist; {@code nobody} when a filter was read as matching no one. */
public record Filters(
        List<String> any,
        List<String> all,
        List<String> excludeAny,
        List<String> excludeAll,
        List<String> excludeContacts,
        boolean nobody) {
    public Filters {
        any = List.copyOf(any);
        all = List.copyOf(all);
        excludeAny = List.copyOf(excludeAny);
        excludeAll = List.copyOf(excludeAll);
        excludeContacts = List.copyOf(excludeContacts);
    }

    public boolean hasInclude() {
        return nobody || !any.isEmpty() || !all.isEmpty();
    }
}
