package dev.muster.audience;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * How the people of a workspace spread over a property of their WhatsApp numbers, such as where a number is at home. Every
 * number is looked at once, however many rosters are then counted; the numbers themselves stay in here.
 */
public final class PropertyIndex<P> {
    private final ContactIndex contacts;
    private final Map<P, RoaringBitmap> people = new HashMap<>();

    private PropertyIndex(ContactIndex contacts) {
        this.contacts = contacts;
    }

    /** The spread of all people of the workspace that the roster is from. */
    public static <P> PropertyIndex<P> around(Roster roster, Function<String, P> property) {
        var contacts = roster.contacts();
        var spread = new PropertyIndex<P>(contacts);
        contacts.people(contacts.withWhatsapp()).forEach((int person) -> spread.add(person, property));
        return spread;
    }

    private void add(int person, Function<String, P> property) {
        people.computeIfAbsent(property.apply(contacts.number(person)), none -> new RoaringBitmap())
                .add(person);
    }

    /** How many people of the roster have which property; each property that somebody has. */
    public Map<P, Integer> of(Roster roster) {
        if (roster.contacts() != contacts) {
            throw new IllegalArgumentException("a roster of other contacts");
        }
        var counts = new HashMap<P, Integer>();
        people.forEach((property, having) -> {
            int count = RoaringBitmap.andCardinality(having, roster.peopleBits());
            if (count > 0) {
                counts.put(property, count);
            }
        });
        return counts;
    }
}
