package dev.muster.apply;

import java.util.List;

/** Everything that happened in a run, in order. */
public record ApplyReport(List<Effect> effects, boolean interrupted) {
    public ApplyReport {
        effects = List.copyOf(effects);
    }

    public <E extends Effect> List<E> all(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether a person has to find out what happened. */
    public boolean hasDoubt() {
        return effects.stream()
                .anyMatch(effect -> effect instanceof Effect.InDoubt
                        || effect instanceof Effect.NotRecorded
                        || (effect instanceof Effect.Sent sent
                                && !sent.anomalies().isEmpty()));
    }

    public long messages() {
        return all(Effect.Sent.class).stream().mapToLong(Effect.Sent::messages).sum();
    }
}
