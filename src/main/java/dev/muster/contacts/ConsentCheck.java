package dev.muster.contacts;

import dev.muster.diagnostic.Characters;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the people who say no in a column about consent, such as {@code Accepts Email Marketing} of a shop's export. That
 * is no opt-out from WhatsApp, so nobody is refused; but a contact field keeps nobody out, and whoever imports must know.
 */
final class ConsentCheck {
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "falsch", "nein", "faux", "non", "falso");

    /** As shops and newsletters call a consent that is not there, such as {@code not_subscribed}. */
    private static final Pattern REFUSED = Pattern.compile("(?:not|never|unsub|declined|denied|opted[ _-]?out).*");

    /** What people write who want no message, as a whole value and whatever the column is called. */
    private static final Pattern NO_MESSAGES = Pattern.compile("stop(?:p|all)?|unsubscribed?|opt(?:ed)?[ _-]?out"
            + "|(?:consent )?(?:withdrawn|revoked)|do[ _-]?not[ _-]?(?:contact|message|call|disturb)"
            + "|(?:no|don'?t) (?:contact|message|messages|marketing)|abgemeldet|widerrufen|widersprochen|keine werbung"
            + "|(?:bitte )?nicht (?:mehr )?(?:anschreiben|kontaktieren|anrufen)|d\u00e9sabonn\u00e9e?|d\u00e9sinscrite?"
            + "|no contactar|dado de baja");

    private final Header header;
    private final Set<String> suppression;
    private final LabelCheck labels;
    private final Map<String, Refusals> columns = new LinkedHashMap<>();
    private final Map<String, Refusals> ignored = new LinkedHashMap<>();

    private record Refusals(Cell first, int rows) {
        private Refusals andOneMore() {
            return new Refusals(first, rows + 1);
        }
    }

    ConsentCheck(Header header, Set<String> suppression, LabelCheck labels) {
        this.header = header;
        this.labels = labels;
        this.suppression = suppression;
    }

    /** {@code named}: the labels of the row; whoever has one of suppression is kept out already. */
    void check(List<Cell> row, List<String> named) {
        if (named.stream().anyMatch(suppression::contains)) {
            return;
        }
        for (int at = 0; at < row.size(); at++) {
            var column = header.columns().get(at);
            var text = row.get(at).text();
            if (column.is(ColumnMeaning.FIELD) && !column.isGiven() && isRefusal(column, text)) {
                count(columns, column, row.get(at));
            } else if (column.is(ColumnMeaning.IGNORE)
                    && labels.suppressionIn(text).isPresent()) {
                count(ignored, column, row.get(at));
            }
        }
    }

    private static void count(Map<String, Refusals> columns, Column column, Cell cell) {
        columns.merge(column.written(), new Refusals(cell, 1), (before, another) -> before.andOneMore());
    }

    private boolean isRefusal(Column column, String text) {
        boolean isFree = !ColumnWords.isOptOut(column.written())
                && labels.suppressionIn(text).isEmpty()
                && NO_MESSAGES
                        .matcher(text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.! ]+$", ""))
                        .matches();
        return isFree || (ColumnWords.isConsent(column.written()) && isNo(text));
    }

    /** What names a label that keeps people out is refused already. */
    private boolean isNo(String text) {
        if (labels.suppressionIn(text).isPresent()) {
            return false;
        }
        var said = text.strip().toLowerCase(Locale.ROOT);
        return NO.contains(said) || REFUSED.matcher(said).matches();
    }

    /** One for each column, once all rows were seen. */
    Stream<Diagnostic> findings(String file) {
        return Stream.concat(
                columns.entrySet().stream().map(column -> finding(file, column.getKey(), column.getValue())),
                ignored.entrySet().stream().map(column -> ignored(file, column.getKey(), column.getValue())));
    }

    private Diagnostic ignored(String file, String column, Refusals rows) {
        return ContactRule.LABEL_IGNORED.at(
                new Place(file, rows.first().line(), rows.first().column(), ""),
                String.format(
                        Locale.ROOT,
                        "%,d %s a suppression label %s ignored in column \"%s\"",
                        rows.rows(),
                        rows.rows() == 1 ? "row that holds" : "rows that hold",
                        rows.rows() == 1 ? "is" : "are",
                        Characters.visible(column)),
                "to keep these people out, write " + label() + " into the column \"labels\" of their rows");
    }

    private Diagnostic finding(String file, String column, Refusals no) {
        var name = Characters.visible(column);
        return ContactRule.CONSENT_IN_FIELD.at(
                new Place(file, no.first().line(), no.first().column(), ""),
                String.format(
                        Locale.ROOT,
                        "column \"%s\" says no in %,d %s from here on; %sa contact field keeps nobody from being messaged",
                        name,
                        no.rows(),
                        no.rows() == 1 ? "row" : "rows",
                        ColumnWords.isAboutAnotherChannel(column) && !ColumnWords.isAboutWhatsApp(column)
                                ? "that consent is about email or SMS, not WhatsApp, and "
                                : ""),
                "to keep these people out, write " + label() + " into the column \"labels\" of their rows; to import"
                        + " them as they are, give --column \"" + name + "=field\"");
    }

    private String label() {
        return suppression.isEmpty()
                ? "a label that `policy.always_exclude` names"
                : suppression.stream()
                        .filter(label -> !label.equals(LabelCheck.ROW))
                        .sorted()
                        .map(label -> "\"" + label + "\"")
                        .collect(Collectors.joining(" or "));
    }
}
