package dev.muster.apply;

import java.util.List;

/** Everything that happened in a run, in order. */
public record ApplyReport(List<ApplyResult> effects, boolean interrupted) {
    public ApplyReport {
        effects = List.copyOf(effects);
    }

    public <E extends ApplyResult> List<E> all(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether a person has to find out what happened. */
    public boolean hasDoubt() {
        return effects.stream()
                .anyMatch(effect -> effect instanceof ApplyResult.InDoubt
                        || effect instanceof ApplyResult.NotRecorded
                        || (effect instanceof ApplyResult.Sent sent
                                && !sent.anomalies().isEmpty()));
    }

    public long messages() {
        return all(ApplyResult.Sent.class).stream()
                .mapToLong(ApplyResult.Sent::messages)
                .sum();
    }
}
