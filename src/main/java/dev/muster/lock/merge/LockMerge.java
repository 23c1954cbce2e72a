package dev.muster.lock.merge;

import dev.muster.lock.Lock;
import dev.muster.lock.LockEntry;
import dev.muster.lock.LockErrors;
import dev.muster.lock.MessageEntries;
import dev.muster.lock.Observation;
import dev.muster.lock.Observations;
import dev.muster.lock.SuppressionRecord;
import dev.muster.model.CampaignIdentity;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * Joins two versions of one record, entry by entry: what either of them has is in the result. Where both went on with one
 * entry in different ways, they contradict each other, and a person must look and decide.
 */
record LockMerge(Optional<Lock> base, Lock ours, Lock theirs, EntryMergeRule judge) {
    /**
     * Where they contradict each other, {@code judge} has it, and the result is of no use.
     *
     * @param base the version that both come from, where it is known
     */
    static Lock joined(Optional<Lock> base, Lock ours, Lock theirs, EntryMergeRule judge) {
        if (ours.equals(theirs)) {
            return ours;
        }
        if (ours.lineage().equals(theirs.lineage())) {
            return new LockMerge(base, ours, theirs, judge).joined();
        }
        if (isOfNothing(ours) || isOfNothing(theirs)) {
            return isOfNothing(ours) ? theirs : ours;
        }
        throw LockErrors.otherBeginning(ours, theirs);
    }

    /** Two people can each run {@code muster init}; a record without a step says nothing. */
    private static boolean isOfNothing(Lock lock) {
        return lock.serial() == 0;
    }

    private Lock joined() {
        var entries = joined(
                ours.entries(),
                theirs.entries(),
                (one, other) -> judge.joined(one, other, (entry, all) -> entry.joined(all.steps(), all.alarms())));
        var singles = joined(
                ours.singles().entries(),
                theirs.singles().entries(),
                (one, other) -> judge.joined(one, other, (entry, all) -> entry.joined(all.steps(), all.alarms())));
        var consumed = new TreeSet<>(ours.consumed());
        consumed.addAll(theirs.consumed());
        return new Lock(
                ours.lineage(),
                sum(ours.serial(), theirs.serial(), base.map(Lock::serial)),
                ours.workspace(),
                entries,
                consumed,
                answers(entries),
                joined(ours.suppression(), theirs.suppression(), newest(Comparator.comparing(SuppressionRecord::at))),
                observations(),
                new MessageEntries(
                        sum(
                                ours.singles().steps(),
                                theirs.singles().steps(),
                                base.map(common -> common.singles().steps())),
                        singles));
    }

    /** The steps of both since the version that they come from. */
    private static long sum(long ours, long theirs, Optional<Long> base) {
        return ours
                + theirs
                - base.filter(common -> common <= Math.min(ours, theirs)).orElse(0L);
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
