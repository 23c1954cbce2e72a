package dev.muster.ci.player;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression can name at one place of a workflow: contexts, such as {@code github}, and how things stand. */
record Scope(Map<String, Object> contexts, Standing standing) {
    /** How what came before has ended, as {@code success()} and its like tell it. */
    record Standing(boolean hasFailed, boolean isCancelled, boolean isWhole) {
        /** Everything before has succeeded, and nothing was skipped. */
        static final Standing GOOD = new Standing(false, false, true);

        boolean is(String function) {
            return switch (function) {
                case "always" -> true;
                case "cancelled" -> isCancelled;
                case "failure" -> hasFailed && !isCancelled;
                default -> isWhole && !hasFailed && !isCancelled;
            };
        }
    }

    Scope {
        contexts = Map.copyOf(contexts);
    }

    @Nullable
    Object context(String name) {
        return contexts.get(name.toLowerCase(Locale.ROOT));
    }

    Scope with(String name, Object context) {
        var more = new LinkedHashMap<>(contexts);
        more.put(name, context);
        return new Scope(more, standing);
    }

    Scope standing(Standing other) {
        return new Scope(contexts, other);
    }
}
