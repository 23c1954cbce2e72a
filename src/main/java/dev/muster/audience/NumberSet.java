package dev.muster.audience;

import java.util.HashSet;
import java.util.Set;

/** Numbers of people, held in memory only; numbers that are likely one account are one, however they are written. */
public final class NumberSet {
    private final Set<String> people = new HashSet<>();

    public void add(String written) {
        people.add(ReachedPeople.person(written));
    }

    public boolean contains(String written) {
        return people.contains(ReachedPeople.person(written));
    }
}
