package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * Joins two versions of one record, entry by entry: what either of them has is in the result. Where both went on with one
 * entry in different ways, they contradict each other, and a person must look.
 */
final class LockMerge {
    private final Optional<Lock> base;
    private final Lock ours;
    private final Lock theirs;
    private final List<String> contradictions = new ArrayList<>();

    private LockMerge(Optional<Lock> base, Lock ours, Lock theirs) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
    }

    /** {@code base} is the version that both come from, where it is known. */
    static LockMerged of(Optional<Lock> base, Lock ours, Lock theirs) {
        if (!ours.lineage().equals(theirs.lineage()) || !ours.workspace().isSameAs(theirs.workspace())) {
            return new LockMerged.Apart(List.of("they are records of different beginnings: lineage " + ours.lineage()
                    + " and lineage " + theirs.lineage()));
        }
        return new LockMerge(base, ours, theirs).merged();
    }

    private LockMerged merged() {
        var entries = joined(ours.entries(), theirs.entries(), this::entry);
        var singles = joined(ours.singles().entries(), theirs.singles().entries(), this::single);
        if (!contradictions.isEmpty()) {
            return new LockMerged.Apart(contradictions);
        }
        var consumed = new TreeSet<>(ours.consumed());
        consumed.addAll(theirs.consumed());
        return new LockMerged.Joined(new Lock(
                ours.lineage(),
                sum(ours.serial(), theirs.serial(), base.map(Lock::serial)),
                ours.workspace(),
                entries,
                consumed,
                answers(entries),
                joined(ours.suppression(), theirs.suppression(), newest(Comparator.comparing(Suppressed::at))),
                observations(),
                new Singles(
                        sum(
                                ours.singles().steps(),
                                theirs.singles().steps(),
                                base.map(lock -> lock.singles().steps())),
                        singles)));
    }

    /** The steps of both since the version that they come from. */
    private static long sum(long ours, long theirs, Optional<Long> base) {
        return ours
                + theirs
                - base.filter(common -> common <= Math.min(ours, theirs)).orElse(0L);
    }

    private LockEntry entry(LockEntry one, LockEntry other) {
        if (one.follows(other)) {
            return one;
        }
        if (!other.follows(one)) {
            contradict(one.identity().toString(), said(one), said(other));
        }
        return other;
    }

    private SingleEntry single(SingleEntry one, SingleEntry other) {
        if (one.follows(other)) {
            return one;
        }
        if (!other.follows(one)) {
            contradict(one.identity().toString(), said(one.history()), said(other.history()));
        }
        return other;
    }

    private void contradict(String what, String one, String other) {
        contradictions.add(what + "\n  one side:   " + one + "\n  other side: " + other);
    }

    private static String said(LockEntry entry) {
        var id = entry instanceof LockEntry.Confirmed confirmed
                ? " as " + confirmed.remote().id()
                : "";
        return said(entry.history()) + id;
    }

    private static String said(List<Transition> history) {
        var last = history.get(history.size() - 1);
        return last.to() + " since " + last.at() + " by " + last.by() + ": " + last.evidence();
    }

    private SortedMap<CampaignIdentity, String> answers(SortedMap<CampaignIdentity, LockEntry> entries) {
        var answers = joined(ours.answers(), theirs.answers(), (one, other) -> one);
        answers.keySet()
                .removeIf(identity -> Optional.ofNullable(entries.get(identity))
                        .filter(LockEntry::isOpen)
                        .isEmpty());
        return answers;
    }

    private Observations observations() {
        var steps = sum(
                ours.observations().steps(),
                theirs.observations().steps(),
                base.map(lock -> lock.observations().steps()));
        var last = joined(
                ours.observations().last(),
                theirs.observations().last(),
                newest(Comparator.comparing(Observation::at)));
        return new Observations(steps, last);
    }

    private static <T> BinaryOperator<T> newest(Comparator<T> order) {
        return BinaryOperator.maxBy(order);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> joined(
            Map<K, V> ours, Map<K, V> theirs, BiFunction<V, V, V> both) {
        var joined = new TreeMap<>(ours);
        theirs.forEach((key, value) -> joined.merge(key, value, both));
        return joined;
    }
}
