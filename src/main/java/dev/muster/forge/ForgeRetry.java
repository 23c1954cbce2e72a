package dev.muster.forge;

import dev.muster.diagnostic.EnvironmentException;
import dev.muster.forge.ForgeException.Kind;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tries until something is done, within a bound of tries and of time. A request without an answer may have been done; so what is
 * tried here looks first at what is there. A wait that the forge names is kept, up to five minutes.
 *
 * @param pause how a wait is spent
 * @param tell what is said before each wait
 */
public record ForgeRetry(Pause pause, Consumer<String> tell) {
    private static final int TRIES = 6;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration IN_ALL = Duration.ofMinutes(12);

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        void take(Duration duration) throws InterruptedException;
    }

    /** What this gives, or what the last try ended with. */
    <T> T run(Supplier<T> attempt) {
        var left = IN_ALL;
        for (int tried = 1; ; tried++) {
            try {
                return attempt.get();
            } catch (ForgeException e) {
                var wait = wait(e, tried);
                if (!mayPass(e) || tried == TRIES || wait.compareTo(LONGEST) > 0 || wait.compareTo(left) > 0) {
                    throw e;
                }
                left = left.minus(wait);
                take(wait, e);
            }
        }
    }

    private static boolean mayPass(ForgeException e) {
        return e.kind() == Kind.PASSING || e.kind() == Kind.GONE;
    }

    private static Duration wait(ForgeException e, int tried) {
        return e.waiting().orElse(Duration.ofSeconds(1L << tried));
    }

    private void take(Duration wait, ForgeException why) {
        tell.accept(why.getMessage() + " Next try in " + wait.toSeconds() + " s.");
        try {
            pause.take(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted before the next try.", e);
        }
    }
}
