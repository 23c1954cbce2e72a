package dev.muster.plan;

import dev.muster.lock.SuppressionRecord;
import dev.muster.model.Label;
import java.util.Locale;
import java.util.Optional;

/** How a label that excludes from everything lost so many contacts that somebody must look: who lost it can be reached. */
public record Shrinkage(Label label, int was, int is) {
    private static final int FEW = 10;

    /**
     * The strong shrink of a label since then, if there is one: more than half of its contacts, or more than ten that are
     * also more than a fifth.
     */
    public static Optional<Shrinkage> since(SuppressionRecord then, Label now) {
        if (now.count().isEmpty() || then.count().isEmpty()) {
            return Optional.empty();
        }
        return between(now, then.count().getAsInt(), now.count().getAsInt());
    }

    /** The same between two counts. */
    static Optional<Shrinkage> between(Label label, int was, int is) {
        return Optional.of(new Shrinkage(label, was, is)).filter(Shrinkage::isStrong);
    }

    boolean isEmptied() {
        return is == 0;
    }

    private boolean isStrong() {
        long lost = (long) was - is;
        return 2 * lost > was || (lost > FEW && 5 * lost > was);
    }

    /** For a reader; {@code when} such as {@code the review}. */
    public String words(String when) {
        return String.format(Locale.ROOT, "\"%s\" had %,d contacts at %s, now %,d", label.name(), was, when, is);
    }
}
