package dev.muster.lock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a folder remembers of the newest record that was used in it: its step, its lineage, how far each entry had come, and
 * whether a run's journal lay beside it. A record that has all of this forgets nothing that was seen.
 */
public record SeenRecord(
        StepMark mark, Optional<String> lineage, boolean running, SortedMap<String, Progress> entries) {
    public SeenRecord {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** How far an entry had come: the number of its steps, and the last of them. */
    public record Progress(int steps, EntryState state, Instant since) {
        static Progress of(List<Transition> history) {
            var last = history.get(history.size() - 1);
            return new Progress(history.size(), last.to(), last.at());
        }
    }

    public static SeenRecord of(LockFile file, boolean running) {
        var lock = file.lock();
        var entries = new TreeMap<String, Progress>();
        histories(lock).forEach((subject, history) -> entries.put(subject, Progress.of(history)));
        return new SeenRecord(
                new StepMark(lock.serial(), file.digest()), Optional.of(lock.lineage()), running, entries);
    }

    /** The entries that this record does not have, or has not as far as they had come; each as people read it. */
    public List<String> missingIn(Lock lock) {
        var histories = histories(lock);
        var missing = new ArrayList<String>();
        entries.forEach((subject, seen) -> {
            if (!History.contains(histories.getOrDefault(subject, List.of()), seen)) {
                missing.add(subject + " (" + seen.state() + " since " + seen.since() + ")");
            }
        });
        return missing;
    }

    /** Whether nothing can be forgotten with it: an empty record, and no run upon it. */
    public boolean isOfNothing() {
        return mark.serial() == 0 && !running;
    }

    public boolean isOf(LockFile file) {
        return mark.digest().equals(file.digest());
    }

    private static SortedMap<String, List<Transition>> histories(Lock lock) {
        var histories = new TreeMap<String, List<Transition>>();
        lock.all().forEach(entry -> histories.put(entry.identity().toString(), entry.history()));
        return histories;
    }
}
