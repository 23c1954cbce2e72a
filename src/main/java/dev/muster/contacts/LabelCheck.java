package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which labels a cell names, separated by commas, and whether the workspace has them or may get them. */
final class LabelCheck {
    /** How other programs and other scripts separate or wrap labels, where it is not read as such: JSON, lists in Chinese. */
    private static final Pattern OTHER_FORM = Pattern.compile(
            "[;|\"\\[\\]{}\\r\\n\\t\\x{3001}\\x{FF0C}\\x{FF1B}\\x{FF5C}\\x{060C}\\x{061B}\\x{2022}]|:::");

    private static final Pattern BETWEEN =
            Pattern.compile("[,;|\\r\\n\\t\\x{3001}\\x{FF0C}\\x{FF1B}\\x{FF5C}\\x{060C}\\x{061B}\\x{2022}]|:::");

    /** What people write between two labels, and in the name of one as well. */
    private static final Pattern PERHAPS_BETWEEN = Pattern.compile("[\\s/+&_.:#*\u00B7\\-\u2013\u2014]+");

    /** SeaX's own label of a row whose person has another row: it says nothing of the person. */
    static final String ROW = "duplicate";

    /** Longer values are notes, not labels. */
    private static final int LONGEST = 200;

    private final ContactRules rules;
    private final LabelTwins twins;
    private final WrittenLabels.Form form;
    private final Map<WrittenLabels.Separator, Split> splits = new EnumMap<>(WrittenLabels.Separator.class);

    /** Cells that were read as several labels, though no comma separates them. */
    private record Split(Cell first, int rows) {
        private Split andOneMore() {
            return new Split(first, rows + 1);
        }
    }

    /** {@code betweenValues} separates the values of the file. */
    LabelCheck(ContactRules rules, char betweenValues) {
        this.rules = rules;
        this.form = new WrittenLabels.Form(
                betweenValues,
                Stream.concat(rules.labels().orElse(Set.of()).stream(), rules.suppression().stream())
                        .distinct()
                        .toList());
        this.twins = new LabelTwins(rules.labels().orElse(Set.of()), rules.suppression());
    }

    List<String> labels(Cell cell, RowResult verdict) {
        var labels = new ArrayList<String>();
        var written = WrittenLabels.in(cell.text(), form);
        written.labels().forEach(label -> add(label, labels, cell, verdict));
        written.separator()
                .filter(separator -> labels.size() > 1)
                .ifPresent(separator ->
                        splits.merge(separator, new Split(cell, 1), (before, another) -> before.andOneMore()));
        return labels;
    }

    /** How labels were read that no comma separates, once all rows were seen. */
    Stream<Diagnostic> findings(String file) {
        return splits.entrySet().stream().map(split -> finding(file, split.getKey(), split.getValue()));
    }

    private static Diagnostic finding(String file, WrittenLabels.Separator separator, Split split) {
        return ContactRule.LABELS_SEPARATED.at(
                new Place(file, split.first().line(), split.first().column(), ""),
                String.format(
                        Locale.ROOT,
                        "labels are separated by %s in %,d %s from here on, and are read as several labels",
                        separator.word(),
                        split.rows(),
                        split.rows() == 1 ? "row" : "rows"));
    }

    private void add(String label, List<String> labels, Cell cell, RowResult verdict) {
        if (label.isEmpty()) {
            verdict.warn(cell, ContactRule.LABEL_EMPTY, "a label is empty", "remove the comma too many");
        } else if (labels.contains(label)) {
            verdict.warn(cell, ContactRule.LABEL_TWICE, "the label \"" + label + "\" stands twice", "remove one");
        } else {
            judge(label, cell, verdict);
            labels.add(label);
        }
    }

    private void judge(String label, Cell cell, RowResult verdict) {
        boolean isThere = rules.labels().filter(names -> names.contains(label)).isPresent();
        boolean isSuppression = rules.suppression().contains(label);
        var twin = isThere ? twins.suppression(label) : twins.nearSuppression(label);
        if (!isSuppression && twin.isPresent()) {
            refuseTwin(label, twin.get(), "which keeps people from being messaged", cell, verdict);
        } else if (label.indexOf(',') >= 0
                || (!isThere && !isSuppression && OTHER_FORM.matcher(label).find())) {
            refuseForm("a label holds what other programs write between labels, or around them", "", cell, verdict);
        } else if (Characters.firstUnsafeInLine(label).isPresent()) {
            verdict.refuse(
                    cell, ContactRule.HIDDEN_CHARACTER, "a label holds a character that cannot be seen", "remove it");
        } else if (TextCheck.isWhole(label, "a label", cell, verdict)
                && !isThere
                && rules.labels().isPresent()) {
            judgeNew(label, cell, verdict);
        }
    }

    private static void refuseForm(String message, String more, Cell cell, RowResult verdict) {
        verdict.refuse(
                cell,
                ContactRule.LABEL_FORM,
                message,
                "separate labels by commas, inside one value in quotes: \"vip,newsletter\"" + more);
    }

    private void judgeNew(String label, Cell cell, RowResult verdict) {
        var twin = twins.known(label);
        if (!rules.createLabels()) {
            verdict.refuse(
                    cell,
                    ContactRule.UNKNOWN_LABEL,
                    "the workspace has no label \"" + label + "\"",
                    twin.map(name -> "did you mean \"" + name + "\"? ").orElse("")
                            + "To have new labels made, give --create-labels");
            return;
        }
        if (ColumnWords.isOptOutLabel(label)) {
            refuseOptOut(label, cell, verdict);
            return;
        }
        if (isProbablySeveral(label)) {
            refuseForm(
                    "the label \"" + Characters.visible(label) + "\" is made of labels of the workspace",
                    "; if one label is meant, make it in SeaX first",
                    cell,
                    verdict);
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

    /** Every part of it is a label, or one is of those that keep people out. */
    private boolean isProbablySeveral(String label) {
        var parts = PERHAPS_BETWEEN
                .splitAsStream(label)
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.size() > 1
                && (parts.stream().allMatch(part -> twins.known(part).isPresent())
                        || parts.stream()
                                .flatMap(part -> twins.suppression(part).stream())
                                .anyMatch(name -> !name.equals(ROW)));
    }

    /** A label that is only made protects nobody, whatever its name says. */
    private void refuseOptOut(String label, Cell cell, RowResult verdict) {
        verdict.refuse(
                cell,
                ContactRule.OPT_OUT_LABEL,
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

    private static void refuseTwin(String label, String twin, String what, Cell cell, RowResult verdict) {
        verdict.refuse(
                cell,
                ContactRule.LABEL_TWIN,
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
