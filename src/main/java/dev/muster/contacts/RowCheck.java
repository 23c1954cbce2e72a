package dev.muster.contacts;

import dev.muster.diagnostic.ContactRule;
import dev.muster.model.text.Link;
import dev.muster.number.Account;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks one row after the other. No finding quotes a name or a number: place and column say where to look, and the file
 * is on the user's own screen.
 */
final class RowCheck {
    private final String file;
    private final Header header;
    private final ContactRules rules;
    private final FileCounts tally;
    private final NumberCheck numbers;
    private final LabelCheck labels;
    private final FieldCheck fields;
    private final ConsentCheck consents;

    RowCheck(String file, Header header, ContactRules rules, char separator, FileCounts tally) {
        this.file = file;
        this.header = header;
        this.rules = rules;
        this.tally = tally;
        this.numbers = new NumberCheck(rules);
        this.labels = new LabelCheck(rules, separator);
        this.fields = new FieldCheck(header, rules, labels);
        this.consents = new ConsentCheck(header, rules.suppression(), labels);
    }

    List<String> fields() {
        return header.fields();
    }

    /** Tells what only all rows together show. */
    void finish() {
        Stream.concat(labels.findings(file), consents.findings(file)).forEach(tally::found);
    }

    /** The row as it would be imported; empty when it cannot be. {@code isCut} says that the file ends within it. */
    Optional<ContactLine> check(List<Cell> written, boolean isCut) {
        tally.row();
        var verdict = new RowResult(file, tally);
        var fit = new RowShape(header).fit(written, isCut, verdict);
        return fit.flatMap(row -> Optional.of(line(row, verdict)).filter(line -> isAccepted(line, row, verdict)));
    }

    private ContactLine line(List<Cell> row, RowResult verdict) {
        header.fields().forEach(field -> text(field, row, verdict));
        var line = new ContactLine(
                text(Header.NAME, row, verdict),
                number(Header.PHONE, row, verdict).map(Account::number),
                number(Header.WHATSAPP, row, verdict).map(Account::number),
                header.cell(Header.LABELS, row)
                        .map(cell -> labels.labels(cell, verdict))
                        .orElse(List.of()),
                header.fields(row));
        header.cell(Header.NAME, row)
                .filter(cell -> !Link.hostsIn(cell.text()).isEmpty())
                .ifPresent(cell -> verdict.warn(
                        cell,
                        ContactRule.LINK_IN_NAME,
                        "column \"name\" holds a link, which a message with {name} would bring",
                        "write the person's name, or leave it blank"));
        fields.check(row, line.labels(), verdict);
        consents.check(row, line.labels());
        return line;
    }

    private String text(String column, List<Cell> row, RowResult verdict) {
        return header.cell(column, row)
                .map(cell -> TextCheck.of(cell, column, verdict))
                .orElse("");
    }

    private Optional<Account> number(String column, List<Cell> row, RowResult verdict) {
        return header.cell(column, row).flatMap(cell -> numbers.number(cell, column, verdict));
    }

    private boolean isAccepted(ContactLine line, List<Cell> row, RowResult verdict) {
        var own = Stream.concat(line.phone().stream(), line.whatsapp().stream())
                .distinct()
                .map(Account::new)
                .toList();
        var cell = numberCell(row);
        if (!header.hasNumbers()) {
            // the first row is refused, once
            return false;
        }
        if (own.isEmpty() && cell.isEmpty()) {
            verdict.refuse(
                    row.get(0),
                    ContactRule.NO_NUMBER,
                    "the row has no number",
                    "a contact that nobody can reach is not imported; add its number or remove the row");
        }
        own.forEach(person -> {
            numbers.requireOnce(person, cell.orElseThrow(), verdict);
            numbers.requireSuppressionKept(person, line, cell.orElseThrow(), verdict);
            numbers.requireOptOutKept(person, line, cell.orElseThrow(), verdict);
        });
        if (!verdict.isRefused()) {
            tally.usable(line, own.stream().anyMatch(this::isKnown), verdict.rewritten());
        }
        return !verdict.isRefused();
    }

    private boolean isKnown(Account person) {
        return rules.people().filter(people -> people.has(person)).isPresent();
    }

    /** Where the row's first number is written. */
    private Optional<Cell> numberCell(List<Cell> row) {
        return Stream.of(Header.PHONE, Header.WHATSAPP)
                .flatMap(column -> header.cell(column, row).stream())
                .filter(cell -> !cell.text().isBlank())
                .findFirst();
    }
}
