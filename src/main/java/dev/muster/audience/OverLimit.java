package dev.muster.audience;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** The people of a roster who get more messages than so many, from it and from others. */
public final class OverLimit {
    private final RoaringBitmap people;

    private OverLimit(RoaringBitmap people) {
        this.people = people;
    }

    /** Who gets more than {@code most}. All rosters must come from one {@link ContactIndex}. */
    public static OverLimit over(int most, Roster roster, List<Roster> others) {
        var messages = MessagesPerPerson.messages(List.of(roster), others);
        var people = new RoaringBitmap();
        roster.peopleBits().forEach((int person) -> {
            if (messages[person] > most) {
                people.add(person);
            }
        });
        return new OverLimit(people);
    }

    public int people() {
        return people.getCardinality();
    }

    /** How many of them are in this roster too. */
    public int in(Roster other) {
        return RoaringBitmap.andCardinality(people, other.peopleBits());
    }
}
