package dev.muster.lock;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Histories of entries, compared step by step: whoever contains all steps of another one forgets nothing of it. */
public final class History {
    /** The history of an entry after a merge, and what a person must look at. */
    public record Joined(List<Transition> steps, List<String> alarms) {}

    private History() {}

    /** Whether nothing of {@code before} is missing; after a merge, steps of another version may stand between its own. */
    public static boolean contains(List<Transition> history, List<Transition> before) {
        int length = before.size();
        return history.size() >= length && (history.subList(0, length).equals(before) || history.containsAll(before));
    }

    /** As {@link #contains} for a history of which only its length and its last step are known. */
    static boolean contains(List<Transition> history, SeenRecord.Progress seen) {
        return history.stream()
                .skip(seen.steps() - 1L)
                .anyMatch(step -> step.to() == seen.state() && step.at().equals(seen.since()));
    }

    /** All steps of both, those of {@code stays} last, so that its state is the state; and one more that says why. */
    public static List<Transition> joined(List<Transition> stays, List<Transition> other, Transition why) {
        int common = 0;
        while (common < Math.min(stays.size(), other.size())
                && stays.get(common).equals(other.get(common))) {
            common++;
        }
        return Stream.of(
                        stays.subList(0, common).stream(),
                        other.stream().filter(step -> !stays.contains(step)),
                        stays.subList(common, stays.size()).stream(),
                        Stream.of(why))
                .flatMap(steps -> steps)
                .toList();
    }

    public static Transition last(List<Transition> history) {
        return history.get(history.size() - 1);
    }

    /** A step that changes no state. */
    public static Transition remark(List<Transition> history, MergeDecision decision, String evidence) {
        var state = last(history).to();
        return new Transition(decision.at(), Optional.of(state), state, decision.by(), evidence);
    }
}
