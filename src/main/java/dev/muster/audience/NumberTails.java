package dev.muster.audience;

import dev.muster.number.NumberTail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which people are likely one because their numbers end in the same digits, where one of the two cannot be read or lacks its
 * country. Two numbers that can be read are never compared so.
 */
final class NumberTails {
    private final Map<String, Group> groups = new HashMap<>();

    /** The people whose numbers end alike, and those of them whose number is not sure. */
    private record Group(RoaringBitmap unsure, RoaringBitmap all) {
        private void addTo(RoaringBitmap found, RoaringBitmap people) {
            if (RoaringBitmap.intersects(unsure, people)) {
                found.or(all);
            } else if (RoaringBitmap.intersects(all, people)) {
                found.or(unsure);
            }
        }
    }

    /** Adds somebody whose number is not sure. */
    void unsure(int person, String written) {
        NumberTail.of(written).forEach(tail -> {
            var group = groups.computeIfAbsent(tail, none -> new Group(new RoaringBitmap(), new RoaringBitmap()));
            group.unsure().add(person);
            group.all().add(person);
        });
    }

    /** Whether there is nobody to compare with. */
    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Adds somebody who may be one of those before. */
    void compare(int person, String number) {
        NumberTail.of(number).stream()
                .flatMap(tail -> Optional.ofNullable(groups.get(tail)).stream())
                .forEach(group -> group.all().add(person));
    }

    /** Keeps those only whom somebody else is like. */
    void finish() {
        groups.values().removeIf(group -> group.all().getCardinality() < 2);
    }

    /** Who is likely one of these people, and is none of them. */
    RoaringBitmap likely(RoaringBitmap people) {
        var found = new RoaringBitmap();
        groups.values().forEach(group -> group.addTo(found, people));
        return RoaringBitmap.andNot(found, people);
    }
}
