package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.project.Restrictions;
import dev.muster.model.text.Placeholder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the contacts of a workspace have for the placeholders of a run; numbers leave it, values never. SeaX compares the
 * names of placeholders without case, and fills in {@code name} and {@code phone} from the contact, all others from its
 * fields.
 */
public final class FieldIndex {
    private final ContactIndex contacts;
    private final Map<String, FieldColumn> columns;
    private final ValueLinks links;

    private FieldIndex(ContactIndex contacts, Map<String, FieldColumn> columns, Restrictions restrictions) {
        this.contacts = contacts;
        this.columns = columns;
        links = new ValueLinks(restrictions, this::column);
    }

    /** The values of contacts as they are read. */
    public static final class Values {
        private final Map<String, FieldColumn> columns = new HashMap<>();

        /** Values for the placeholders of these texts. */
        public Values(Collection<String> texts) {
            var inHosts = keys(texts, ValueLinks::namesInHosts);
            keys(texts, Placeholder::namesIn).forEach(key -> columns.put(key, new FieldColumn(inHosts.contains(key))));
        }

        /** Takes what the contact of this row has, in the place of an earlier reading. */
        public void put(int row, Contact contact) {
            columns.forEach((name, column) -> {
                column.clear(row);
                values(contact, name).forEach(value -> column.add(row, value));
            });
        }

        /** The index over the contacts of these rows. */
        public FieldIndex over(ContactIndex contacts, Restrictions restrictions) {
            return new FieldIndex(contacts, columns, restrictions);
        }
    }

    private static Set<String> keys(Collection<String> texts, Function<String, Set<String>> names) {
        return texts.stream()
                .filter(text -> text.indexOf('{') >= 0)
                .flatMap(text -> names.apply(text).stream())
                .map(FieldIndex::key)
                .collect(Collectors.toSet());
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
        var longest = new LongestText(text, this::column);
        longest.see(roster.rowBits());
        var gaps = Placeholder.namesIn(text).stream()
                .map(name -> gap(name, roster.rowBits()))
                .toList();
        return new FilledIn(roster.people(), longest.units(), longest.codePoints(), gaps, links(text, roster));
    }

    private FilledIn.Links links(String text, Roster roster) {
        if (text.indexOf('{') < 0) {
            return FilledIn.Links.NONE;
        }
        var found = links.rows(text, roster.rowBits());
        return found.entrySet().stream()
                .findFirst()
                .flatMap(first -> links.host(first.getKey(), first.getValue().first()))
                .map(host -> new FilledIn.Links(people(union(found)), host.masked()))
                .orElse(FilledIn.Links.NONE);
    }

    private static RoaringBitmap union(Map<String, RoaringBitmap> found) {
        return RoaringBitmap.or(found.values().iterator());
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
