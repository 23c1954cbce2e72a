package dev.muster.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first row of a file. {@code name}, {@code phone}, {@code whatsapp} and {@code labels} mean what they say, in any case
 * (vendor's OpenAPI document, contact import); every other column is a contact field of that name.
 */
record Header(List<String> columns) {
    static final String NAME = "name";
    static final String PHONE = "phone";
    static final String WHATSAPP = "whatsapp";
    static final String LABELS = "labels";
    private static final List<String> OWN = List.of(NAME, PHONE, WHATSAPP, LABELS);

    Header {
        columns = List.copyOf(columns);
    }

    static Header of(List<Cell> cells) {
        return new Header(cells.stream().map(cell -> column(cell.text())).toList());
    }

    private static String column(String written) {
        var bare = written.strip();
        var lower = bare.toLowerCase(Locale.ROOT);
        return OWN.contains(lower) ? lower : bare;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    boolean hasNumbers() {
        return has(PHONE) || has(WHATSAPP);
    }

    /** Whether a column of this name means something of its own. */
    static boolean isKnown(String written) {
        return OWN.contains(column(written));
    }

    /** The cell of a column; absent where the file has no such column. */
    Optional<Cell> cell(String column, List<Cell> row) {
        int at = columns.indexOf(column);
        return at < 0 ? Optional.empty() : Optional.of(row.get(at));
    }

    /** The columns that have a name, in the order of the file. Spreadsheets write empty ones after the last. */
    List<String> named() {
        return columns.stream().filter(column -> !column.isEmpty()).toList();
    }

    /** The names of contact fields, in the order of the file. */
    List<String> fields() {
        return named().stream().filter(column -> !OWN.contains(column)).toList();
    }

    Map<String, String> fields(List<Cell> row) {
        var fields = new TreeMap<String, String>();
        for (int at = 0; at < columns.size(); at++) {
            if (!columns.get(at).isEmpty()
                    && !OWN.contains(columns.get(at))
                    && !row.get(at).text().isBlank()) {
                fields.put(columns.get(at), row.get(at).text().strip());
            }
        }
        return fields;
    }
}
