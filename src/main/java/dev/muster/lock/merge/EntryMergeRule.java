package dev.muster.lock.merge;

import dev.muster.lock.Entry;
import dev.muster.lock.History;
import dev.muster.lock.MergeDecision;
import dev.muster.lock.MergeDecision.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Which of two versions of an entry stays. The one that contains the other does. Where both went on, a person decides; but a
 * version that knows more of a send never gives way to one that knows less, since the entry could then be sent again.
 */
final class EntryMergeRule {
    private final Optional<MergeDecision> decision;
    private final List<String> contradictions = new ArrayList<>();
    private final List<String> decided = new ArrayList<>();
    private final Set<String> met = new HashSet<>();

    EntryMergeRule(Optional<MergeDecision> decision) {
        this.decision = decision;
    }

    /** Each contradiction that nobody decided, or that was decided wrongly; and each decision about no contradiction. */
    List<String> contradictions() {
        var needless = decision.stream()
                .flatMap(made -> made.each().keySet().stream())
                .filter(identity -> !met.contains(identity))
                .sorted()
                .map(identity -> identity + ": the two versions do not contradict each other about it");
        return Stream.concat(contradictions.stream(), needless).toList();
    }

    /** What became of each contradiction that a person decided. */
    List<String> decided() {
        return decided;
    }

    <T extends Entry> T joined(T ours, T theirs, BiFunction<T, History.Joined, T> after) {
        var identity = ours.identity();
        var one = MergeVersion.of(ours);
        var other = MergeVersion.of(theirs);
        if (one.contains(other)) {
            return ours;
        }
        if (other.contains(one)) {
            return theirs;
        }
        return chosen(identity.toString(), one, other)
                .map(side -> side == Side.OURS
                        ? after.apply(ours, kept(identity, side, one, other))
                        : after.apply(theirs, kept(identity, side, other, one)))
                .orElse(ours);
    }

    private Optional<Side> chosen(String identity, MergeVersion ours, MergeVersion theirs) {
        met.add(identity);
        var side = decision.flatMap(made -> made.of(identity));
        int more = Integer.compare(ours.knowledge(), theirs.knowledge());
        boolean forgets =
                side.filter(taken -> taken == Side.OURS ? more < 0 : more > 0).isPresent();
        if (side.isPresent() && !forgets) {
            return side;
        }
        contradictions.add(identity + "\n  ours:   " + ours.said() + "\n  theirs: " + theirs.said()
                + (forgets ? "\n  the other side knows more of a send: take " + (more > 0 ? "ours" : "theirs") : ""));
        return Optional.empty();
    }

    private History.Joined kept(Object identity, Side side, MergeVersion stays, MergeVersion other) {
        var made = decision.orElseThrow();
        var taken = side.name().toLowerCase(Locale.ROOT);
        var alarms = stays.alarms(other);
        decided.add(identity + ": " + taken + " stays: " + stays.said()
                + String.join(
                        "",
                        alarms.stream().map(alarm -> "\n  warning: " + alarm).toList()));
        var why = History.remark(
                stays.history(),
                made,
                "two versions joined, " + taken + " taken: " + made.reason() + "; the other said " + other.said());
        return new History.Joined(History.joined(stays.history(), other.history(), why), alarms);
    }
}
