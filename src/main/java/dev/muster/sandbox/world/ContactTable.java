package dev.muster.sandbox.world;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every contact row that there ever was, by position. The rows of the first day beyond the usual world are made from their
 * position when they are looked at; only what was added or changed since is kept, and one bit a row for each yes or no.
 */
final class ContactTable {
    private final List<ContactRow> first = new ArrayList<>();
    private final List<ContactRow> added = new ArrayList<>();
    private final Map<Integer, ContactRow> changed = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    /** Who has a number or had it once, of all who are not made from their position. */
    private final Map<String, List<Integer>> numbers = new HashMap<>();

    private final BitSet living = new BitSet();
    private final BitSet whatsapp = new BitSet();
    private final BitSet phone = new BitSet();
    private MadeUpPeople made = MadeUpPeople.none();
    private boolean isChronological = true;

    /** Puts the made-up people after those who are here. */
    void furnish(MadeUpPeople people) {
        made = people;
        living.set(people.from(), people.to());
        phone.set(people.from(), people.to());
    }

    void add(ContactRow row) {
        int position = size();
        isChronological &=
                position == 0 || !row.created().isBefore(at(position - 1).created());
        (made.isEmpty() ? first : added).add(row);
        positions.put(row.id(), position);
        living.set(position);
        mark(position, row);
    }

    void change(int position, ContactRow row) {
        isChronological &= row.created().equals(at(position).created());
        changed.put(position, row);
        mark(position, row);
    }

    private void mark(int position, ContactRow row) {
        row.phone().ifPresent(number -> index(number, position));
        row.whatsapp()
                .filter(number -> !row.phone().equals(row.whatsapp()))
                .ifPresent(number -> index(number, position));
        whatsapp.set(position, row.whatsapp().isPresent());
        phone.set(position, row.phone().isPresent());
    }

    void remove(int position) {
        living.clear(position);
    }

    int size() {
        return first.size() + made.size() + added.size();
    }

    ContactRow at(int position) {
        var anew = changed.isEmpty() ? null : changed.get(position);
        if (anew != null) {
            return anew;
        }
        if (position < first.size()) {
            return first.get(position);
        }
        return made.has(position) ? made.row(position) : added.get(position - first.size() - made.size());
    }

    List<ContactRow> all() {
        return new AbstractList<>() {
            @Override
            public ContactRow get(int position) {
                return at(position);
            }

            @Override
            public int size() {
                return ContactTable.this.size();
            }
        };
    }

    /** Where a row is that was not removed. */
    Optional<Integer> position(String id) {
        return Optional.ofNullable(positions.get(id))
                .or(() -> made.position(id))
                .filter(living::get);
    }

    private void index(String number, int position) {
        numbers.computeIfAbsent(number, key -> new ArrayList<>(1)).add(position);
    }

    /** The rows, removed ones too, that have this number in either place. */
    BitSet holders(String number) {
        var holders = new BitSet();
        numbers.getOrDefault(number, List.of()).forEach(holders::set);
        made.holder(number).ifPresent(holders::set);
        for (int row = holders.nextSetBit(0); row >= 0; row = holders.nextSetBit(row + 1)) {
            holders.set(row, holds(at(row), number));
        }
        return holders;
    }

    private static boolean holds(ContactRow row, String number) {
        return row.phone().filter(number::equals).isPresent()
                || row.whatsapp().filter(number::equals).isPresent();
    }

    /** The rows that were not removed; for looking only. */
    BitSet living() {
        return living;
    }

    BitSet whatsapp() {
        return whatsapp;
    }

    BitSet phone() {
        return phone;
    }

    /** Whether nobody is older than whoever has a lower position. */
    boolean isChronological() {
        return isChronological;
    }
}
