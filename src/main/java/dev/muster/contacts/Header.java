package dev.muster.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first row of a file. {@code name}, {@code phone}, {@code whatsapp} and {@code labels} mean what they say, in any case
 * (vendor's OpenAPI document, contact import); every other column is a contact field of that name, unless the user says
 * otherwise.
 */
record Header(List<Column> columns) {
    static final String NAME = "name";
    static final String PHONE = "phone";
    static final String WHATSAPP = "whatsapp";
    static final String LABELS = "labels";
    private static final List<ColumnMeaning> OWN =
            List.of(ColumnMeaning.NAME, ColumnMeaning.PHONE, ColumnMeaning.WHATSAPP, ColumnMeaning.LABELS);

    Header {
        columns = List.copyOf(columns);
    }

    /** {@code given} says what columns are for, by their names as written. */
    static Header of(List<Cell> cells, Map<String, ColumnMeaning> given) {
        return new Header(
                cells.stream().map(cell -> column(cell.text().strip(), given)).toList());
    }

    private static Column column(String written, Map<String, ColumnMeaning> given) {
        var said = Optional.ofNullable(given.get(written));
        return new Column(written, said.orElseGet(() -> meaning(written)), said.isPresent());
    }

    /** The same header, in which this column holds the numbers. */
    Header withNumbersIn(Column numbers) {
        return new Header(columns.stream()
                .map(column ->
                        column.equals(numbers) ? new Column(column.written(), ColumnMeaning.PHONE, false) : column)
                .toList());
    }

    private static ColumnMeaning meaning(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        return OWN.stream().filter(own -> own.word().equals(lower)).findFirst().orElse(ColumnMeaning.FIELD);
    }

    /** Whether a column of this name means something of its own. */
    static boolean isKnown(String written) {
        return meaning(written.strip()) != ColumnMeaning.FIELD;
    }

    boolean has(ColumnMeaning meaning) {
        return columns.stream().anyMatch(column -> column.is(meaning));
    }

    /** Whether the user said which column it is. */
    boolean isGiven(ColumnMeaning meaning) {
        return columns.stream().anyMatch(column -> column.is(meaning) && column.isGiven());
    }

    /** Of columns that would be imported under one name and are written otherwise, one that nobody asked for. */
    Optional<Column> spare(Column column) {
        return columns.stream()
                .filter(other -> other.isImported() && other.name().equalsIgnoreCase(column.name()))
                .filter(other -> !other.isGiven() && !other.written().equals(column.written()))
                .findFirst();
    }

    boolean hasNumbers() {
        return has(ColumnMeaning.PHONE) || has(ColumnMeaning.WHATSAPP);
    }

    /** The cell of a column; absent where the file has no such column. */
    Optional<Cell> cell(String column, List<Cell> row) {
        return imported()
                .filter(at -> columns.get(at).name().equals(column))
                .boxed()
                .findFirst()
                .map(row::get);
    }

    /** The names of what is imported, in the order of the file. */
    List<String> named() {
        return columns.stream().filter(Column::isImported).map(Column::name).toList();
    }

    /** The names of contact fields, in the order of the file. */
    List<String> fields() {
        return fieldColumns().map(Column::name).toList();
    }

    Stream<Column> fieldColumns() {
        return columns.stream().filter(column -> column.is(ColumnMeaning.FIELD));
    }

    Map<String, String> fields(List<Cell> row) {
        var fields = new TreeMap<String, String>();
        imported()
                .filter(at -> columns.get(at).is(ColumnMeaning.FIELD))
                .filter(at -> !row.get(at).text().isBlank())
                .forEach(at ->
                        fields.put(columns.get(at).name(), row.get(at).text().strip()));
        return fields;
    }

    private IntStream imported() {
        return IntStream.range(0, columns.size()).filter(at -> columns.get(at).isImported());
    }
}
