package dev.muster.simulation;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** What was reached at least once over all schedules: a layer that reaches nothing finds nothing. */
final class Seen {
    private final Set<String> all = new ConcurrentSkipListSet<>();

    void add(String what) {
        all.add(what);
    }

    /** All that was reached and looks like this, in order. */
    List<String> like(String form) {
        return all.stream().filter(what -> what.matches(form)).toList();
    }

    boolean has(String what) {
        return all.contains(what);
    }
}
