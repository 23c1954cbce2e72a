package dev.muster.lock;

import dev.muster.model.CampaignIdentity;
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
 * entry in different ways, they contradict each other, and a person must look and decide.
 */
final class LockMerge {
    private final Optional<Lock> base;
    private final Lock ours;
    private final Lock theirs;
    private final MergeJudge judge;

    private LockMerge(Optional<Lock> base, Lock ours, Lock theirs, Optional<MergeDecision> decision) {
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.judge = new MergeJudge(decision);
    }

    /** As below, where nobody has decided anything. */
    static LockMerged of(Optional<Lock> base, Lock ours, Lock theirs) {
        return of(base, ours, theirs, Optional.empty());
    }

    /** {@code base} is the version that both come from, where it is known. */
    static LockMerged of(Optional<Lock> base, Lock ours, Lock theirs, Optional<MergeDecision> decision) {
        if (!ours.lineage().equals(theirs.lineage()) || !ours.workspace().isSameAs(theirs.workspace())) {
            return new LockMerged.Apart(List.of("they are records of different beginnings: lineage " + ours.lineage()
                    + " and lineage " + theirs.lineage()));
        }
        return new LockMerge(base, ours, theirs, decision).merged();
    }

    private LockMerged merged() {
        var entries = joined(
                ours.entries(),
                theirs.entries(),
                (one, other) -> judge.joined(
                        one.identity(),
                        one,
                        other,
                        MergeVersion::of,
                        (entry, all) -> entry.joined(all.steps(), all.alarms())));
        var singles = joined(
                ours.singles().entries(),
                theirs.singles().entries(),
                (one, other) -> judge.joined(
                        one.identity(),
                        one,
                        other,
                        MergeVersion::of,
                        (entry, all) -> entry.joined(all.steps(), all.alarms())));
        var contradictions = judge.contradictions();
        if (!contradictions.isEmpty()) {
            return new LockMerged.Apart(contradictions);
        }
        var consumed = new TreeSet<>(ours.consumed());
        consumed.addAll(theirs.consumed());
        var lock = new Lock(
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
                                base.map(common -> common.singles().steps())),
                        singles));
        return new LockMerged.Joined(lock, judge.decided());
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
