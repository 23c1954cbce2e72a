package dev.muster.contacts;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.muster.diagnostic.Diagnostic;
import dev.muster.diagnostic.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    private final Tally tally;

    private ContactChecker(ContactFile file, ContactRules rules, UsableRows usable) {
        this.file = file;
        this.rules = rules;
        this.usable = usable;
        this.tally = new Tally(rules);
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
        Encoding.check(file).ifPresent(tally::found);
        char separator = Separator.of(file);
        return tally.report(separator, read(separator));
    }

    /** The names of the columns that become contact fields. */
    private List<String> read(char separator) throws IOException {
        var cells = new CellReader();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .allowUnclosedQuote(false)
                // rows of another length are findings of ours, with a place
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(cells, file.content().open(), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (CsvParseException e) {
            tally.found(broken(cells.line()));
            return List.of();
        }
    }

    private List<String> read(Iterable<List<Cell>> records) {
        Optional<RowCheck> check = Optional.empty();
        for (var record : records) {
            if (check.isEmpty()) {
                var header = new HeaderCheck(file.name(), tally).check(record);
                if (header.isEmpty()) {
                    return List.of();
                }
                usable.begin(header.get().columns());
                check = Optional.of(new RowCheck(file.name(), header.get(), rules, tally));
            } else {
                check.get().check(record).ifPresent(usable::row);
            }
        }
        if (check.isEmpty()) {
            tally.found(empty());
        }
        return check.map(RowCheck::fields).orElse(List.of());
    }

    private Diagnostic broken(int line) {
        return Diagnostic.error(
                "contacts/quotes",
                new Place(file.name(), line, 1, ""),
                "a quote of the row that begins here is not closed, or text follows a closing one; nothing after it was read",
                "put quotes around the whole value and double the ones inside: \"say \"\"hi\"\"\"");
    }

    private Diagnostic empty() {
        return Diagnostic.error(
                "contacts/empty",
                Place.of(file.name()),
                "the file is empty",
                "begin it with a row of column names: name,phone,labels");
    }
}
