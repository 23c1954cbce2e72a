package dev.muster.definition;

import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.YamlRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one reader finds in one file: the first hundred, and how many more there are. A quarter of a megabyte can hold a
 * hundred thousand mistakes; nobody reads them, and each would keep its line.
 */
final class FirstFindings {
    static final int MOST = 100;

    private final List<Diagnostic> first = new ArrayList<>();
    private int more;

    void add(Diagnostic finding) {
        if (first.size() < MOST) {
            first.add(finding);
        } else {
            more++;
        }
    }

    /** In the order in which they were found. */
    List<Diagnostic> list() {
        if (more == 0) {
            return List.copyOf(first);
        }
        var all = new ArrayList<>(first);
        all.add(YamlRule.MANY_FINDINGS.at(
                first.get(MOST - 1).place(),
                String.format(Locale.ROOT, "%,d more findings in this file are not listed", more)));
        return all;
    }
}
