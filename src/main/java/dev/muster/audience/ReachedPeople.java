package dev.muster.audience;

import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.KeyedRoster;
import dev.muster.model.LabelId;
import dev.muster.number.Account;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/**
 * The people whom earlier sends reached, gathered from their logs, from the lists that were kept of them, and from labels.
 * A person is a number: whoever was reached on one contact row was reached on every row with its number, also on one that
 * was made since. Held in memory only.
 */
public final class ReachedPeople {
    private final ContactIndex contacts;
    private final KeyedHash hash;
    private final Set<String> numbers = new HashSet<>();
    private final Set<Long> listed = new HashSet<>();
    private final RoaringBitmap rows = new RoaringBitmap();

    /** Nobody yet; lists are read with this key. */
    public ReachedPeople(ContactIndex contacts, KeyedHash hash) {
        this.contacts = contacts;
        this.hash = hash;
    }

    /**
     * Adds whom one message went to; either may be missing in a log. False where it has no number: the contact may have had
     * another number then, and its person may be another contact by now.
     */
    public boolean add(Optional<ContactId> contact, String number) {
        contact.map(contacts::find).filter(OptionalInt::isPresent).ifPresent(row -> rows.add(row.getAsInt()));
        var written = Account.of(number);
        numbers.add(person(number));
        return written.isPresent();
    }

    /** What a person is known by, however the number is written; accounts that are likely one are one. */
    static String person(String number) {
        return Account.of(number).map(Account::likely).map(Account::number).orElse(number);
    }

    /** A list of these numbers, which can be added here later. */
    public static KeyedRoster keyed(Collection<String> numbers, KeyedHash hash) {
        return KeyedRoster.of(
                numbers.stream().map(number -> hash.of(person(number))).toList(), hash);
    }

    /** Adds a list; one that was made with another key names nobody, and is refused. */
    public void add(KeyedRoster people) {
        if (!people.isMadeWith(hash)) {
            throw new IllegalArgumentException("the list was made with another key");
        }
        for (long person : people.decoded()) {
            listed.add(person);
        }
    }

    ContactIndex contacts() {
        return contacts;
    }

    /** Those of the roster who were reached, or who carry one of these labels on any of their contact rows. */
    public Roster among(Roster roster, List<LabelId> labels) {
        var people = reached(roster);
        people.or(RoaringBitmap.and(contacts.people(contacts.labelledAny(labels)), roster.peopleBits()));
        return roster.only(people);
    }

    private RoaringBitmap reached(Roster roster) {
        var people = RoaringBitmap.and(contacts.people(rows), roster.peopleBits());
        roster.peopleBits().forEach((int person) -> {
            if (isReached(contacts.number(person))) {
                people.add(person);
            }
        });
        return people;
    }

    private boolean isReached(String number) {
        var person = person(number);
        return numbers.contains(person) || (!listed.isEmpty() && listed.contains(hash.of(person)));
    }
}
