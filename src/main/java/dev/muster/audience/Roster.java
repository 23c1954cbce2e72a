package dev.muster.audience;

import dev.muster.model.ContactId;
import dev.muster.model.KeyedHash;
import dev.muster.model.KeyedRoster;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The set of people a campaign would message, held in memory only. It may be counted and compared; it says nobody's name.
 * SeaX messages contact rows, so one person on two rows is one of {@link #people()} and two of {@link #messages()}.
 */
public final class Roster {
    private final RoaringBitmap rows;
    private final RoaringBitmap people;
    private final ContactIndex contacts;

    Roster(RoaringBitmap rows, RoaringBitmap people, ContactIndex contacts) {
        this.rows = rows;
        this.people = people;
        this.contacts = contacts;
    }

    /** How often each of them occurs: campaigns of one audience share its roster. */
    static Map<Roster, Integer> counted(Stream<Roster> rosters) {
        var times = new IdentityHashMap<Roster, Integer>();
        rosters.forEach(roster -> times.merge(roster, 1, Integer::sum));
        return times;
    }

    /** How many different people are reached. */
    public int people() {
        return people.getCardinality();
    }

    /** How many messages SeaX would send. */
    public int messages() {
        return rows.getCardinality();
    }

    /** How many people would get the message more than once, because they stand on several contact rows. */
    public int surplus() {
        return messages() - people();
    }

    /** How many further messages likely go to somebody who gets one already, under another spelling of the number. */
    public int likelySurplus() {
        return contacts.spellings().surplus(people);
    }

    /** How many of the messages go to a number that cannot be read. */
    public int unreadable() {
        return RoaringBitmap.andCardinality(rows, contacts.unreadable());
    }

    /** How many people are in both; the rosters must come from one {@link ContactIndex}. */
    public int shared(Roster other) {
        return RoaringBitmap.andCardinality(people, other.people);
    }

    /** Those of them who are not in the other; the rosters must come from one {@link ContactIndex}. */
    public Roster without(Roster other) {
        return only(RoaringBitmap.andNot(people, other.people));
    }

    /** The rows of these people. */
    Roster only(RoaringBitmap some) {
        var left = new RoaringBitmap();
        rows.forEach((int row) -> {
            if (some.contains(contacts.person(row))) {
                left.add(row);
            }
        });
        return new Roster(left, RoaringBitmap.and(people, some), contacts);
    }

    /** The people as a list by which they can be found again, and by nobody without the key. */
    public KeyedRoster keyed(KeyedHash hash) {
        var hashes = new ArrayList<Long>();
        people.forEach((int person) -> hashes.add(hash.of(ReachedPeople.person(contacts.number(person)))));
        return KeyedRoster.of(hashes, hash);
    }

    /** The contacts that get a message, in the order of their ids. */
    public List<ContactId> ids() {
        var ids = new ArrayList<ContactId>();
        rows.forEach((int row) -> ids.add(contacts.id(row)));
        Collections.sort(ids);
        return ids;
    }

    /** The rows that get a message, in the order in which they were read. */
    public IntStream rows() {
        return rows.stream();
    }

    /** The number of a row's person, in E.164 if it can be read. */
    public String number(int row) {
        return contacts.number(contacts.person(row));
    }

    RoaringBitmap rowBits() {
        return rows;
    }

    /** The contacts that it is a part of. */
    public ContactIndex contacts() {
        return contacts;
    }

    RoaringBitmap peopleBits() {
        return people;
    }
}
