package dev.muster.audience;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * How many people get one message, how many get two, and so on: {@code people} maps a number of messages to the number of
 * people who get exactly that many. Only people whom a planned campaign reaches are counted, with everything they get; a
 * person on two rows of one roster gets two messages.
 */
public record MessagesPerPerson(SortedMap<Integer, Integer> people) {
    public MessagesPerPerson {
        people = Collections.unmodifiableSortedMap(new TreeMap<>(people));
    }

    /**
     * What the people of the planned rosters get from them and from earlier sends. All rosters must come from one
     * {@link ContactIndex}.
     */
    public static MessagesPerPerson of(List<Roster> planned, List<Roster> earlier) {
        if (planned.isEmpty()) {
            return new MessagesPerPerson(new TreeMap<>());
        }
        var messages = messages(planned, earlier);
        var histogram = new TreeMap<Integer, Integer>();
        union(planned).forEach((int person) -> histogram.merge(messages[person], 1, Integer::sum));
        return new MessagesPerPerson(histogram);
    }

    /** The most that one person gets; zero when nobody gets anything. */
    public int most() {
        return people.isEmpty() ? 0 : people.lastKey();
    }

    /** How many people get more than so many messages. */
    public int over(int cap) {
        return people.tailMap(cap + 1).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What each person gets, by the person's number. */
    static int[] messages(List<Roster> planned, List<Roster> earlier) {
        var contacts = planned.get(0).contacts();
        var messages = new int[contacts.size()];
        Roster.counted(Stream.concat(planned.stream(), earlier.stream()))
                .forEach((roster, times) ->
                        roster.rowBits().forEach((int row) -> messages[contacts.person(row)] += times));
        return messages;
    }

    private static RoaringBitmap union(List<Roster> rosters) {
        var people = new RoaringBitmap();
        Roster.counted(rosters.stream()).keySet().forEach(roster -> people.or(roster.peopleBits()));
        return people;
    }
}
