package dev.muster.contacts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whose numbers the workspace has, and who of them carries a label that the policy excludes from everything. */
public final class KnownPeople {
    private final Map<String, SortedSet<String>> suppressed = new HashMap<>();

    /** Adds a contact's number with those suppression labels that it carries; several contacts of one number add up. */
    public void add(String e164, Collection<String> suppressionLabels) {
        suppressed.computeIfAbsent(e164, number -> new TreeSet<>()).addAll(suppressionLabels);
    }

    boolean has(String e164) {
        return suppressed.containsKey(e164);
    }

    SortedSet<String> suppressionOf(String e164) {
        return suppressed.getOrDefault(e164, new TreeSet<>());
    }
}
