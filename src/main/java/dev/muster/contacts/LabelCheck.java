package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which labels a cell names, separated by commas, and whether the workspace has them or may get them. */
final class LabelCheck {
    /** How other programs separate or wrap labels: Outlook, HubSpot, JSON. */
    private static final Pattern OTHER_FORM = Pattern.compile("[;|\"\\[\\]{}\\r\\n\\t]");

    private static final Pattern BETWEEN = Pattern.compile("[,;|\\r\\n\\t]|:::");

    /** SeaX's own label of a row whose person has another row: it says nothing of the person. */
    static final String ROW = "duplicate";

    /** Longer values are notes, not labels. */
    private static final int LONGEST = 200;

    private final ContactRules rules;
    private final LabelTwins twins;

    LabelCheck(ContactRules rules) {
        this.rules = rules;
        this.twins = new LabelTwins(rules.labels().orElse(Set.of()), rules.suppression());
    }

    List<String> labels(Cell cell, Verdict verdict) {
        var labels = new ArrayList<String>();
        WrittenLabels.in(cell.text()).forEach(label -> add(label, labels, cell, verdict));
        return labels;
    }

    private void add(String label, List<String> labels, Cell cell, Verdict verdict) {
        if (label.isEmpty()) {
            verdict.warn(cell, "contacts/label-empty", "a label is empty", "remove the comma too many");
        } else if (labels.contains(label)) {
            verdict.warn(cell, "contacts/label-twice", "the label \"" + label + "\" stands twice", "remove one");
        } else {
            judge(label, cell, verdict);
            labels.add(label);
        }
    }

    private void judge(String label, Cell cell, Verdict verdict) {
        boolean isThere = rules.labels().filter(names -> names.contains(label)).isPresent();
        boolean isSuppression = rules.suppression().contains(label);
        var twin = isThere ? twins.suppression(label) : twins.nearSuppression(label);
        if (!isSuppression && twin.isPresent()) {
            refuseTwin(label, twin.get(), "which keeps people from being messaged", cell, verdict);
        } else if (!isThere && !isSuppression && OTHER_FORM.matcher(label).find()) {
            verdict.refuse(
                    cell,
                    "contacts/label-form",
                    "a label holds what other programs write between labels, or around them",
                    "separate labels by commas, inside one value in quotes: \"vip,newsletter\"");
        } else if (Characters.firstUnsafeInLine(label).isPresent()) {
            verdict.refuse(
                    cell, "contacts/hidden-character", "a label holds a character that cannot be seen", "remove it");
        } else if (TextCheck.isWhole(label, "a label", cell, verdict)
                && !isThere
                && rules.labels().isPresent()) {
            judgeNew(label, cell, verdict);
        }
    }

    private void judgeNew(String label, Cell cell, Verdict verdict) {
        var twin = twins.known(label);
        if (!rules.createLabels()) {
            verdict.refuse(
                    cell,
                    "contacts/unknown-label",
                    "the workspace has no label \"" + label + "\"",
                    twin.map(name -> "did you mean \"" + name + "\"? ").orElse("")
                            + "To have new labels made, give --create-labels");
            return;
        }
        if (ColumnWords.isOptOutLabel(label)) {
            refuseOptOut(label, cell, verdict);
            return;
        }
        twin.or(() -> twins.made(label))
                .ifPresent(name -> refuseTwin(
                        label,
                        name,
                        twin.isPresent() ? "which the workspace has" : "which this file names too",
                        cell,
                        verdict));
    }

    /** A label that is only made protects nobody, whatever its name says. */
    private void refuseOptOut(String label, Cell cell, Verdict verdict) {
        verdict.refuse(
                cell,
                "contacts/opt-out-label",
                "the label \"" + label + "\" seems to say that the person opted out, but a new label keeps nobody from"
                        + " being messaged",
                rules.suppression().stream()
                                .filter(name -> !name.equals(ROW))
                                .sorted()
                                .findFirst()
                                .map(name -> "write \"" + name + "\", which does; or make")
                                .orElse("make")
                        + " this label in SeaX and add it to `policy.always_exclude`");
    }

    private static void refuseTwin(String label, String twin, String what, Cell cell, Verdict verdict) {
        verdict.refuse(
                cell,
                "contacts/label-twin",
                "the label \"" + Characters.visible(label) + "\" could be taken for \"" + twin + "\", " + what,
                "write \"" + twin + "\"; if another label is meant, make it in SeaX first");
    }

    /** The suppression label that a text of another column names, or nearly names. */
    Optional<String> suppressionIn(String text) {
        return parts(text).flatMap(part -> twins.suppression(part).stream()).findFirst();
    }

    /** The same for the labels of the workspace. */
    Optional<String> labelIn(String text) {
        return parts(text).flatMap(part -> twins.known(part).stream()).findFirst();
    }

    private static Stream<String> parts(String text) {
        return text.length() > LONGEST
                ? Stream.empty()
                : BETWEEN.splitAsStream(text).filter(part -> !part.isBlank());
    }
}
