package dev.muster.contacts;

import dev.muster.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found in a file, in bounded memory: the first findings of each rule whole, all of them counted. A file whose
 * every row is wrong in the same way is told in a page, not in a million lines.
 */
final class Findings {
    /** How many findings of one rule are kept. */
    static final int KEPT = 50;

    private final List<Diagnostic> kept = new ArrayList<>();
    private final SortedMap<String, Integer> counts = new TreeMap<>();
    private boolean stops;

    void add(Diagnostic finding) {
        stops |= finding.stops();
        if (counts.merge(finding.id(), 1, Integer::sum) <= KEPT) {
            kept.add(finding);
        }
    }

    int size() {
        return kept.size();
    }

    boolean stops() {
        return stops;
    }

    List<Diagnostic> kept() {
        return kept.stream().sorted().toList();
    }

    SortedMap<String, Integer> counts() {
        return counts;
    }
}
