package dev.muster.contacts;

import dev.muster.diagnostic.Diagnostic;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is counted while a file is read. */
final class FileCounts {
    private final SortedMap<String, Integer> labels = new TreeMap<>();
    private final ContactRules rules;
    private final Findings findings = new Findings();
    private boolean isDecoded = true;
    private int rows;
    private int usable;
    private int known;
    private int rewritten;
    private int nameless;
    private int optOuts;

    FileCounts(ContactRules rules) {
        this.rules = rules;
    }

    void found(Diagnostic finding) {
        findings.add(finding);
    }

    /** The file is not written in its encoding: what could not be read is told by this finding. */
    void undecoded(Diagnostic finding) {
        isDecoded = false;
        found(finding);
    }

    boolean isDecoded() {
        return isDecoded;
    }

    void row() {
        rows++;
    }

    int rows() {
        return rows;
    }

    void usable(ContactLine line, boolean isKnown, int numbersRewritten) {
        usable++;
        rewritten += numbersRewritten;
        known += isKnown ? 1 : 0;
        optOuts += line.labels().stream().anyMatch(rules.suppression()::contains) ? 1 : 0;
        if (!isKnown || rules.duplicates() != DuplicateStrategy.SKIP) {
            nameless += line.name().isEmpty() ? 1 : 0;
            line.labels().forEach(label -> labels.merge(label, 1, Integer::sum));
        }
    }

    ContactReport report(char separator, List<String> fields) {
        return new ContactReport(
                separator,
                rows,
                usable,
                rules.people().isPresent() ? OptionalInt.of(known) : OptionalInt.empty(),
                rewritten,
                nameless,
                optOuts,
                labels,
                newLabels(),
                fields,
                findings.kept(),
                findings.counts(),
                findings.stops());
    }

    private List<String> newLabels() {
        return rules.labels()
                .map(names -> labels.keySet().stream()
                        .filter(name -> !names.contains(name))
                        .toList())
                .orElse(List.of());
    }
}
