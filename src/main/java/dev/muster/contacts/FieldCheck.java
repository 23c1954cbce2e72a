package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for labels and opt-outs in columns that become contact fields. A field keeps nobody from being messaged, so a row
 * that opts somebody out in a field, and with no label, is refused.
 */
final class FieldCheck {
    /** What says that somebody did not opt out, in the languages of spreadsheets. */
    private static final Set<String> NO =
            Set.of("", "0", "false", "no", "n", "none", "-", "falsch", "nein", "faux", "non", "falso");

    private final Header header;
    private final ContactRules rules;
    private final LabelCheck labels;
    private final Set<String> told = new HashSet<>();

    FieldCheck(Header header, ContactRules rules, LabelCheck labels) {
        this.header = header;
        this.rules = rules;
        this.labels = labels;
    }

    void check(List<Cell> row, List<String> named, RowResult verdict) {
        boolean isProtected = named.stream().anyMatch(rules.suppression()::contains);
        for (int at = 0; at < row.size(); at++) {
            var column = header.columns().get(at);
            var text = row.get(at).text().strip();
            if (column.is(ColumnMeaning.FIELD) && !column.isGiven() && !text.isEmpty()) {
                check(column.written(), text, row.get(at), isProtected, verdict);
            }
        }
    }

    private void check(String column, String text, Cell cell, boolean isProtected, RowResult verdict) {
        var optOut = labels.suppressionIn(text);
        if (optOut.isPresent()) {
            optedOut(column, "holds \"" + optOut.get() + "\", which is a label", cell, isProtected, verdict);
        } else if (isOptOut(column) && !NO.contains(text.toLowerCase(Locale.ROOT))) {
            optedOut(column, "seems to say that the person opted out", cell, isProtected, verdict);
        } else {
            labels.labelIn(text)
                    .filter(label -> told.add(column + '\n' + label))
                    .ifPresent(label -> verdict.warn(
                            cell,
                            ContactRule.LABEL_IN_FIELD,
                            "column \"" + column + "\" holds \"" + label
                                    + "\", which is a label, but is read as a contact field",
                            "write labels into the column \"labels\"; to keep the field, give --column \"" + column
                                    + "=field\""));
        }
    }

    private boolean isOptOut(String column) {
        return ColumnWords.isOptOut(column) || labels.suppressionIn(column).isPresent();
    }

    private static void optedOut(String column, String why, Cell cell, boolean isProtected, RowResult verdict) {
        if (!isProtected) {
            verdict.refuse(
                    cell,
                    ContactRule.OPT_OUT_IN_FIELD,
                    "column \"" + column + "\" " + why + "; a contact field keeps nobody from being messaged",
                    "name the label in the column \"labels\"; if nobody opted out there, give --column \"" + column
                            + "=field\"");
        }
    }
}
