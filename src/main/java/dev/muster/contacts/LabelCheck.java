package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which labels a cell names, separated by commas, and whether the workspace has them. */
record LabelCheck(ContactRules rules) {
    List<String> labels(Cell cell, Verdict verdict) {
        var labels = new ArrayList<String>();
        if (!cell.text().isBlank()) {
            for (var written : cell.text().split(",", -1)) {
                add(written.strip(), labels, cell, verdict);
            }
        }
        return labels;
    }

    private void add(String label, List<String> labels, Cell cell, Verdict verdict) {
        if (label.isEmpty()) {
            verdict.warn(cell, "contacts/label-empty", "a label is empty", "remove the comma too many");
        } else if (labels.contains(label)) {
            verdict.warn(cell, "contacts/label-twice", "the label \"" + label + "\" stands twice", "remove one");
        } else if (Characters.firstUnsafeInLine(label).isPresent()) {
            verdict.refuse(
                    cell, "contacts/hidden-character", "a label holds a character that cannot be seen", "remove it");
        } else {
            requireKnown(label, cell, verdict);
            labels.add(label);
        }
    }

    private void requireKnown(String label, Cell cell, Verdict verdict) {
        boolean isNew = rules.labels().filter(names -> !names.contains(label)).isPresent();
        if (isNew && !rules.createLabels()) {
            var near = rules.labels().flatMap(names -> twin(label, names));
            verdict.refuse(
                    cell,
                    "contacts/unknown-label",
                    "the workspace has no label \"" + label + "\"",
                    near.map(name -> "did you mean \"" + name + "\"? ").orElse("")
                            + "To have new labels made, give --create-labels");
        }
    }

    private static Optional<String> twin(String label, Set<String> names) {
        return names.stream()
                .filter(name -> plain(name).equals(plain(label)))
                .sorted()
                .findFirst();
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
