package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.roaringbitmap.RoaringBitmap;

/**
 * The contact rows of a workspace, numbered densely in the order of their ids, with one bitmap of rows per label. Rows with
 * the same WhatsApp number are one person. Built once from one sweep; never changes afterwards.
 */
public final class ContactIndex {
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final Map<LabelId, RoaringBitmap> byLabel = new HashMap<>();
    private final Map<ContactId, Integer> rowOf = new HashMap<>();
    private final RoaringBitmap withWhatsapp = new RoaringBitmap();
    private final RoaringBitmap repeats = new RoaringBitmap();
    private final int[] personOf;
    private final String[] numberOf;

    private ContactIndex(int rows) {
        personOf = new int[rows];
        numberOf = new String[rows];
    }

    /** The index of these rows; their order does not matter. */
    public static ContactIndex of(Collection<Contact> contacts) {
        var index = new ContactIndex(contacts.size());
        var people = new HashMap<String, Integer>();
        var sorted = contacts.stream().sorted(Comparator.comparing(Contact::id)).toList();
        for (int row = 0; row < sorted.size(); row++) {
            index.add(row, sorted.get(row), people);
        }
        return index;
    }

    private void add(int row, Contact contact, Map<String, Integer> people) {
        rowOf.put(contact.id(), row);
        contact.labels()
                .forEach(label ->
                        byLabel.computeIfAbsent(label, l -> new RoaringBitmap()).add(row));
        contact.whatsapp().ifPresent(number -> withWhatsapp.add(row));
        var number = contact.whatsapp().orElse("");
        numberOf[row] = number;
        // a row without a number is a person of its own
        personOf[row] = number.isEmpty() ? row : people.computeIfAbsent(number, first -> row);
        if (personOf[row] != row) {
            repeats.add(row);
        }
    }

    /** How many contact rows the workspace has. */
    public int size() {
        return personOf.length;
    }

    /** How many rows carry the label. */
    public int count(LabelId label) {
        return labelled(label).getCardinality();
    }

    /** How many people of the roster carry one of the labels on any of their contact rows, in the roster or not. */
    public int peopleCarrying(List<LabelId> labels, Roster roster) {
        return RoaringBitmap.andCardinality(people(labelledAny(labels)), roster.peopleBits());
    }

    /** How many rows of the roster carry one of the labels; of an excluded label, none. */
    public int rowsCarrying(List<LabelId> labels, Roster roster) {
        return RoaringBitmap.andCardinality(labelledAny(labels), roster.rowBits());
    }

    RoaringBitmap labelled(LabelId label) {
        return byLabel.getOrDefault(label, NOBODY);
    }

    RoaringBitmap labelledAny(List<LabelId> labels) {
        var rows = new RoaringBitmap();
        labels.forEach(label -> rows.or(labelled(label)));
        return rows;
    }

    RoaringBitmap rows(List<ContactId> ids) {
        var rows = new RoaringBitmap();
        ids.stream().map(rowOf::get).filter(java.util.Objects::nonNull).forEach(rows::add);
        return rows;
    }

    /** The number of a contact's row. */
    int row(ContactId id) {
        return Optional.ofNullable(rowOf.get(id))
                .orElseThrow(() -> new IllegalArgumentException("a contact that is not in this index"));
    }

    /** The same, empty for a contact that is not here. */
    OptionalInt find(ContactId id) {
        var row = rowOf.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    RoaringBitmap everyone() {
        return RoaringBitmap.bitmapOfRange(0, size());
    }

    RoaringBitmap withWhatsapp() {
        return withWhatsapp;
    }

    /** The people behind the rows, each by the first of all the rows that bear the number. */
    RoaringBitmap people(RoaringBitmap rows) {
        var people = RoaringBitmap.andNot(rows, repeats);
        RoaringBitmap.and(rows, repeats).forEach((int row) -> people.add(personOf[row]));
        return people;
    }

    /** The first of the rows for each of the people. */
    RoaringBitmap oneRowEach(RoaringBitmap rows, RoaringBitmap people) {
        var missing = people.clone();
        var first = new RoaringBitmap();
        rows.forEach((int row) -> {
            if (missing.checkedRemove(personOf[row])) {
                first.add(row);
            }
        });
        return first;
    }

    /** The person behind a row. */
    int person(int row) {
        return personOf[row];
    }

    /** The WhatsApp number of a person. */
    String number(int person) {
        return numberOf[person];
    }
}
