package dev.muster.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.diagnostic.ContactRule;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import dev.muster.number.NumberReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a file of contacts from end to end and finds everything that is wrong with it, each with its line and column. A
 * row with an error is not usable; the others are handed on as they would be imported. Memory does not grow with the
 * file, but for one number a row.
 */
public final class ContactChecker {
    private final ContactFile file;
    private final ContactRules rules;
    private final UsableRows usable;
    private final FileCounts tally;

    private ContactChecker(ContactFile file, ContactRules rules, UsableRows usable) {
        this.file = file;
        this.rules = rules;
        this.usable = usable;
        this.tally = new FileCounts(rules);
    }

    /** Checks a file; {@code usable} is given each row that can be imported, in the order of the file. */
    public static ContactReport check(ContactFile file, ContactRules rules, UsableRows usable) throws IOException {
        return new ContactChecker(file, rules, usable).run();
    }

    /** Whether a region is one whose numbers can be read. */
    public static boolean isCountry(String region) {
        return NumberReader.isCountry(region);
    }

    private ContactReport run() throws IOException {
        var other = FileKind.check(file);
        if (other.isPresent()) {
            tally.found(other.get());
            return tally.report(',', List.of());
        }
        var text = CsvText.of(file, rules.encoding());
        Encoding.check(text).ifPresent(tally::undecoded);
        rules.people().map(KnownPeople::unreadable).filter(count -> count > 0).ifPresent(this::unreadable);
        var layout = Layout.of(text);
        return tally.report(layout.separator(), read(text, layout));
    }

    /** The names of the columns that become contact fields. */
    private List<String> read(CsvText text, Layout layout) throws IOException {
        var cells = new CellReader(layout.linesBefore());
        try (var in = text.open()) {
            in.pass(layout.before());
            return read(reader(layout, cells, in), layout.separator(), in);
        } catch (CsvParseException e) {
            tally.found(broken(cells.line()));
            return List.of();
        }
    }

    private static CsvReader<List<Cell>> reader(Layout layout, CellReader cells, MarkedReader in) {
        return CsvReader.builder()
                .fieldSeparator(layout.separator())
                .allowUnclosedQuote(false)
                // rows of another length are judged by us, with a place
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(cells, in);
    }

    private List<String> read(Iterable<List<Cell>> records, char separator, MarkedReader in) {
        Optional<RowCheck> check = Optional.empty();
        for (var record : records) {
            if (record.stream().allMatch(cell -> cell.text().isBlank())) {
                continue;
            }
            if (check.isEmpty()) {
                var header = new HeaderCheck(file.name(), rules, tally).check(record);
                if (header.isEmpty()) {
                    return List.of();
                }
                usable.begin(header.get().named());
                check = Optional.of(new RowCheck(file.name(), header.get(), rules, separator, tally));
            } else {
                check.get().check(record, in.endedInALine()).ifPresent(usable::row);
            }
        }
        check.ifPresent(RowCheck::finish);
        requireRows(check.isPresent());
        return check.map(RowCheck::fields).orElse(List.of());
    }

    private void requireRows(boolean hasHeader) {
        if (!hasHeader) {
            tally.found(empty());
        } else if (tally.rows() == 0) {
            tally.found(ContactRule.NO_ROWS.at(
                    Place.of(file.name()), "the file has a row of column names and no row of a person"));
        }
    }

    /** An opt-out whose number cannot be read protects nobody. */
    private void unreadable(int numbers) {
        tally.found(ContactRule.UNREADABLE_IN_WORKSPACE.at(
                Place.of(file.name()),
                String.format(
                        Locale.ROOT,
                        "numbers of the workspace that cannot be read, and are compared with nobody: %,d",
                        numbers)));
    }

    private Diagnostic broken(int line) {
        return ContactRule.QUOTES.at(
                new Place(file.name(), line, 1, ""),
                "a quote of the row that begins here is not closed, or text follows a closing one; nothing after it was read");
    }

    private Diagnostic empty() {
        return ContactRule.EMPTY.at(Place.of(file.name()), "the file is empty");
    }
}
