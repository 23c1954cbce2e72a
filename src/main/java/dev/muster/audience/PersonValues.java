package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.text.Placeholder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each contact has in the fields that fill templates. Held in memory only, for as long as a run lasts. A field is found by
 * its very name; where a contact has none of that name, by the name without case, the first in alphabetical order.
 */
public final class PersonValues {
    /** Nothing is asked for. */
    public static final PersonValues NONE = new PersonValues(java.util.List.of());

    private static final int MOST_SHARED = 10_000;

    private final Map<String, @Nullable String[]> columns = new HashMap<>();
    private final Map<String, String> shared = new HashMap<>();

    public PersonValues(Collection<String> fields) {
        fields.forEach(field -> columns.put(field, new String[64]));
    }

    /** Takes what the contact of this row has, in the place of an earlier reading. */
    public void put(int row, Contact contact) {
        columns.replaceAll((field, column) -> {
            var wide = row < column.length ? column : Arrays.copyOf(column, Math.max(row + 1, 2 * column.length));
            wide[row] = read(contact, field).map(this::shared).orElse(null);
            return wide;
        });
    }

    /** What somebody has; blanks only are nothing. */
    public Optional<String> value(int row, String field) {
        var column = columns.get(field);
        return column == null || row >= column.length ? Optional.empty() : Optional.ofNullable(column[row]);
    }

    private static Optional<String> read(Contact contact, String field) {
        var key = field.toLowerCase(Locale.ROOT);
        var found = key.equals("name")
                ? Optional.of(contact.name())
                : Placeholder.isReserved(key) || key.equals("phone") ? Optional.<String>empty() : field(contact, field);
        return found.filter(value -> !value.isBlank());
    }

    private static Optional<String> field(Contact contact, String field) {
        return Optional.ofNullable(contact.fields().get(field))
                .or(() -> contact.fields().entrySet().stream()
                        .filter(entry -> entry.getKey().equalsIgnoreCase(field))
                        .min(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue));
    }

    /** Languages, cities and amounts come again and again. */
    private String shared(String value) {
        if (shared.size() >= MOST_SHARED) {
            return shared.getOrDefault(value, value);
        }
        var known = shared.putIfAbsent(value, value);
        return known == null ? value : known;
    }
}
