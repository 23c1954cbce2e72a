package dev.muster.contacts;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes rows in the one form that SeaX documents (vendor's OpenAPI document, contact import): commas, a header, labels in
 * one value. Columns that the file lacks stay away, because a blank one may mean "remove it". Nothing is
 * whole before it is closed.
 */
public final class ContactWriter implements UsableRows, AutoCloseable {
    private final CsvWriter out;
    private List<String> columns = List.of();

    public ContactWriter(Writer out) {
        this.out = CsvWriter.builder().build(out);
    }

    @Override
    public void begin(List<String> columns) {
        this.columns = List.copyOf(columns);
        out.writeRecord(columns);
    }

    @Override
    public void row(ContactLine line) {
        out.writeRecord(columns.stream().map(column -> value(column, line)).toList());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static String value(String column, ContactLine line) {
        return switch (column) {
            case Header.NAME -> line.name();
            case Header.PHONE -> line.phone().orElse("");
            case Header.WHATSAPP -> line.whatsapp().orElse("");
            case Header.LABELS -> String.join(",", line.labels());
            default -> line.fields().getOrDefault(column, "");
        };
    }
}
