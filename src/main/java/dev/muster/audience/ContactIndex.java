package dev.muster.audience;

import dev.muster.model.Contact;
import dev.muster.model.ContactId;
import dev.muster.model.LabelId;
import dev.muster.number.Account;
import dev.muster.number.NumberTail;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The contact rows of a workspace, numbered densely in the order in which they were read, with one bitmap of rows per label.
 * Rows with the same WhatsApp account are one person, however SeaX writes the number; a number that cannot be read makes the
 * row a person of its own. Built once from one reading; never changes afterwards. It is one file because all its questions are
 * answered from the same rows, people and labels.
 */
public final class ContactIndex {
    private static final RoaringBitmap NOBODY = new RoaringBitmap();

    private final ContactRows rows;
    private final int[] personOf;
    private final RoaringBitmap repeats = new RoaringBitmap();
    private final Map<Integer, Integer> alsoNamed = new HashMap<>();
    private final NumberSpellings spellings = new NumberSpellings();
    private final NumberTails tails = new NumberTails();

    ContactIndex(ContactRows rows) {
        this.rows = rows;
        personOf = new int[rows.size()];
        rows.byLabel().values().forEach(RoaringBitmap::runOptimize);
        var people = new PeopleByNumber(rows.size());
        for (int row = 0; row < personOf.length; row++) {
            // a row without a number is a person of its own
            personOf[row] = rows.digits(row) == 0 ? row : people.first(rows.digits(row), row);
            if (personOf[row] != row) {
                repeats.add(row);
            }
        }
        compareSpellings(people);
        rows.phones().forEach((row, phone) -> addPhone(row, phone, people));
        compareTails();
    }

    /** The index of these rows; of two with one id, the later counts. */
    public static ContactIndex of(Collection<Contact> contacts) {
        var rows = new ContactRows();
        contacts.forEach(rows::put);
        return rows.index();
    }

    private void compareSpellings(PeopleByNumber people) {
        rows.written().forEach((row, text) -> {
            if (rows.digits(row) != 0) {
                spellings.written(personOf[row], text);
            }
        });
        for (int row = 0; row < personOf.length; row++) {
            if (rows.digits(row) != 0 && personOf[row] == row) {
                spellings.compare(row, new Account(number(row)));
            }
        }
        spellings.finish(account -> people.find(ContactRows.digits(account.number())));
    }

    private void compareTails() {
        for (int row = 0; row < personOf.length; row++) {
            addUnsure(row);
        }
        for (int row = 0; row < personOf.length && !tails.isEmpty(); row++) {
            tails.compare(personOf[row], rows.likeliest(row));
        }
        tails.finish();
    }

    private void addUnsure(int row) {
        boolean isPlain = rows.digits(row) != 0 && !rows.written().containsKey(row);
        var likeliest = isPlain ? "" : rows.likeliest(row);
        if (!likeliest.isBlank() && isUnsure(row, likeliest)) {
            tails.unsure(personOf[row], likeliest);
        }
    }

    private boolean isUnsure(int row, String likeliest) {
        if (rows.unreadable().contains(row)) {
            return true;
        }
        var read = rows.digits(row) == 0 ? Account.of(likeliest) : Optional.of(new Account(number(row)));
        return read.filter(known -> !NumberTail.mayLackCountry(likeliest, known))
                .isEmpty();
    }

    /** A contact's telephone may be the WhatsApp number of another contact: then its labels are about that person, too. */
    private void addPhone(int row, String phone, PeopleByNumber people) {
        var person = ContactRows.person(phone, people);
        if (person.isPresent() && person.getAsInt() != personOf[row]) {
            alsoNamed.put(row, person.getAsInt());
        }
    }

    /** How many contact rows the workspace has. */
    public int size() {
        return personOf.length;
    }

    /** Whether a row carries the label. */
    public boolean carries(int row, LabelId label) {
        return labelled(label).contains(row);
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
        return RoaringBitmap.andCardinality(labelledAny(labels), rows.unreadable());
    }

    RoaringBitmap unreadable() {
        return rows.unreadable();
    }

    NumberSpellings spellings() {
        return spellings;
    }

    /** How many rows of the roster carry one of the labels; of an excluded label, none. */
    public int rowsCarrying(List<LabelId> labels, Roster roster) {
        return RoaringBitmap.andCardinality(labelledAny(labels), roster.rowBits());
    }

    RoaringBitmap labelled(LabelId label) {
        return rows.byLabel().getOrDefault(label, NOBODY);
    }

    RoaringBitmap labelledAny(List<LabelId> labels) {
        var found = new RoaringBitmap();
        labels.forEach(label -> found.or(labelled(label)));
        return found;
    }

    RoaringBitmap rows(List<ContactId> ids) {
        var found = new RoaringBitmap();
        ids.stream().map(this::find).flatMapToInt(OptionalInt::stream).forEach(found::add);
        return found;
    }

    /** The contact of a row. */
    ContactId id(int row) {
        return rows.ids().id(row);
    }

    /** The row of a contact, empty for one that is not here. */
    OptionalInt find(ContactId id) {
        return rows.ids().find(id);
    }

    RoaringBitmap everyone() {
        return RoaringBitmap.bitmapOfRange(0, size());
    }

    RoaringBitmap withWhatsapp() {
        return rows.withWhatsapp();
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

    /** One of the rows for each of their people: the one with the smallest id, whatever the order in which they were read. */
    RoaringBitmap rowByNumber(RoaringBitmap rows) {
        var chosen = rows.clone();
        var smallest = new HashMap<Integer, Integer>();
        RoaringBitmap.and(rows, repeats).forEach((int row) -> {
            chosen.remove(row);
            int person = personOf[row];
            chosen.remove(person);
            var first = rows.contains(person) ? person : row;
            smallest.merge(person, smaller(first, row), this::smaller);
        });
        smallest.values().forEach(chosen::add);
        return chosen;
    }

    private int smaller(int one, int other) {
        return id(one).compareTo(id(other)) <= 0 ? one : other;
    }

    /** People who carry one of the labels on any of their contacts, and those who are likely one of them. */
    RoaringBitmap surelyOrLikely(List<LabelId> labels) {
        var carrying = named(labelledAny(labels));
        return RoaringBitmap.or(carrying, spellings.likely(carrying), tails.likely(carrying));
    }

    /** Of the rows, those whose number can be messaged. */
    RoaringBitmap readable(RoaringBitmap some) {
        var readable = new RoaringBitmap();
        some.forEach((int row) -> {
            if (rows.digits(row) != 0) {
                readable.add(row);
            }
        });
        return readable;
    }

    /** The person behind a row. */
    int person(int row) {
        return personOf[row];
    }

    /** The WhatsApp number of a person, in E.164 if it can be read. */
    String number(int person) {
        return rows.number(person);
    }

    /** The texts under which a person may have been kept: the number, and what earlier versions took for it. */
    Stream<String> keptAs(int person) {
        return Stream.concat(Stream.of(number(person)), spellings.kept(person).stream());
    }
}
