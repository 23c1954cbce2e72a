package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.number.Account;
import dev.muster.number.NumberTail;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The contact rows of a workspace, numbered densely in the order of their ids, with one bitmap of rows per label. Rows with
 * the same WhatsApp account are one person, however SeaX writes the number; a number that cannot be read makes the row a
 * person of its own. Built once from one sweep; never changes afterwards.
 */
public final class ContactIndex {
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final Map<LabelId, RoaringBitmap> byLabel = new HashMap<>();
    private final Map<ContactId, Integer> rowOf = new HashMap<>();
    private final RoaringBitmap withWhatsapp = new RoaringBitmap();
    private final RoaringBitmap repeats = new RoaringBitmap();
    private final RoaringBitmap unreadable = new RoaringBitmap();
    private final Map<Integer, Integer> alsoNamed = new HashMap<>();
    private final NumberSpellings spellings = new NumberSpellings();
    private final NumberTails tails = new NumberTails();
    private final int[] personOf;
    private final String[] numberOf;
    private final ContactId[] idOf;

    private ContactIndex(int rows) {
        idOf = new ContactId[rows];
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
        for (int row = 0; row < sorted.size(); row++) {
            index.addPhone(row, sorted.get(row), people);
        }
        index.spellings.compare(people);
        index.compareTails(sorted);
        return index;
    }

    private void compareTails(List<Contact> sorted) {
        for (int row = 0; row < sorted.size(); row++) {
            addUnsure(row, sorted.get(row));
        }
        for (int row = 0; row < sorted.size() && !tails.isEmpty(); row++) {
            tails.compare(personOf[row], likeliest(sorted.get(row)));
        }
        tails.finish();
    }

    private void addUnsure(int row, Contact contact) {
        var written = likeliest(contact);
        boolean isPlain = written.isBlank() || (written.equals(numberOf[row]) && !unreadable.contains(row));
        if (!isPlain
                && Account.of(written)
                        .filter(read -> !NumberTail.mayLackCountry(written, read))
                        .isEmpty()) {
            tails.unsure(personOf[row], written);
        }
    }

    /** A contact without a WhatsApp number may be known by its telephone. */
    private static String likeliest(Contact contact) {
        return contact.whatsapp()
                .filter(number -> !number.isBlank())
                .or(contact::phone)
                .orElse("");
    }

    private void add(int row, Contact contact, Map<String, Integer> people) {
        rowOf.put(contact.id(), row);
        idOf[row] = contact.id();
        contact.labels()
                .forEach(label ->
                        byLabel.computeIfAbsent(label, l -> new RoaringBitmap()).add(row));
        contact.whatsapp().ifPresent(number -> withWhatsapp.add(row));
        var written = contact.whatsapp().orElse("");
        var number = Account.of(written).map(Account::number);
        numberOf[row] = number.orElse(written);
        // a row without a number is a person of its own
        personOf[row] =
                number.map(known -> people.computeIfAbsent(known, first -> row)).orElse(row);
        number.ifPresent(known -> spellings.written(personOf[row], written, known));
        if (number.isEmpty() && !written.isBlank()) {
            unreadable.add(row);
        }
        if (personOf[row] != row) {
            repeats.add(row);
        }
    }

    /** A contact's telephone may be the WhatsApp number of another contact: then its labels are about that person, too. */
    private void addPhone(int row, Contact contact, Map<String, Integer> people) {
        if (!contact.phone().equals(contact.whatsapp())) {
            contact.phone()
                    .flatMap(Account::of)
                    .map(account -> people.get(account.number()))
                    .filter(person -> person != personOf[row])
                    .ifPresent(person -> alsoNamed.put(row, person));
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
        return RoaringBitmap.andCardinality(named(labelledAny(labels)), roster.peopleBits());
    }

    /** How many people of the roster are likely, but not surely, somebody who carries one of the labels. */
    public int likelyCarrying(List<LabelId> labels, Roster roster) {
        var carrying = named(labelledAny(labels));
        return RoaringBitmap.andCardinality(
                RoaringBitmap.or(spellings.likely(carrying), tails.likely(carrying)), roster.peopleBits());
    }

    /** How many rows with one of the labels have a number that cannot be read. */
    public int unreadableCarrying(List<LabelId> labels) {
        return RoaringBitmap.andCardinality(labelledAny(labels), unreadable);
    }

    RoaringBitmap unreadable() {
        return unreadable;
    }

    NumberSpellings spellings() {
        return spellings;
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

    /** The contact of a row. */
    ContactId id(int row) {
        return idOf[row];
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

    /** The people behind the rows, and those whose WhatsApp number is the telephone of one of the rows. */
    RoaringBitmap named(RoaringBitmap rows) {
        var people = people(rows);
        alsoNamed.forEach((row, person) -> {
            if (rows.contains(row)) {
                people.add((int) person);
            }
        });
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

    /** The WhatsApp number of a person, in E.164 if it can be read. */
    String number(int person) {
        return numberOf[person];
    }

    /** The texts under which a person may have been kept: the number, and what earlier versions took for it. */
    Stream<String> keptAs(int person) {
        return Stream.concat(Stream.of(numberOf[person]), spellings.kept(person).stream());
    }
}
