package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.Placeholder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the contacts of a workspace have for the placeholders of a run; numbers leave it, values never. SeaX compares the
 * names of placeholders without case, and fills in {@code name} and {@code phone} from the contact, all others from its
 * fields.
 */
public final class FieldIndex {
    private final ContactIndex contacts;
    private final Map<String, FieldColumn> columns = new HashMap<>();

    private FieldIndex(ContactIndex contacts) {
        this.contacts = contacts;
    }

    /** The index of these rows, which are those of {@code index}, for placeholders of these names. */
    public static FieldIndex of(Collection<Contact> contacts, ContactIndex index, Collection<String> placeholders) {
        var fields = new FieldIndex(index);
        placeholders.forEach(name -> fields.columns.computeIfAbsent(key(name), key -> new FieldColumn(index.size())));
        if (!placeholders.isEmpty()) {
            contacts.forEach(fields::add);
        }
        return fields;
    }

    private void add(Contact contact) {
        int row = contacts.row(contact.id());
        columns.forEach((name, column) -> values(contact, name).forEach(value -> column.add(row, value)));
    }

    private static Stream<String> values(Contact contact, String name) {
        return switch (name) {
            case "name" -> Stream.of(contact.name()).filter(value -> !value.isEmpty());
            case "phone" -> contact.phone().stream();
            default -> Placeholder.isReserved(name) ? Stream.empty() : fields(contact, name);
        };
    }

    private static Stream<String> fields(Contact contact, String name) {
        return contact.fields().entrySet().stream()
                .filter(field -> key(field.getKey()).equals(name))
                .map(Map.Entry::getValue);
    }

    /** The text filled in for everybody of the roster; its placeholders are among those of this index. */
    public FilledIn fillIn(String text, Roster roster) {
        var longest = new Longest(text, this::column);
        longest.see(roster.rowBits());
        var gaps = Placeholder.namesIn(text).stream()
                .map(name -> gap(name, roster.rowBits()))
                .toList();
        return new FilledIn(roster.people(), longest.units(), longest.codePoints(), gaps);
    }

    private FilledIn.Gap gap(String name, RoaringBitmap rows) {
        var column = column(name);
        return new FilledIn.Gap(
                name, people(column.missingIn(rows)), people(column.blankIn(rows)), people(column.unfitIn(rows)));
    }

    private int people(RoaringBitmap rows) {
        return contacts.people(rows).getCardinality();
    }

    private FieldColumn column(String name) {
        return Optional.ofNullable(columns.get(key(name)))
                .orElseThrow(() -> new IllegalArgumentException("not indexed: " + name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
