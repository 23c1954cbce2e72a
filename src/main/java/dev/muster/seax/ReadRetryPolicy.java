package dev.muster.seax;

import dev.muster.apply.RetryHint;
import dev.muster.diagnostic.EnvironmentException;
import dev.muster.http.HttpReply;
import dev.muster.http.RetryDelay;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Three tries of a read, with growing pauses and a random part so that many runs do not come back together. A pause that
 * SeaX asks for is kept, up to a minute; if it asks for more, the answer is final. Only for reads: nothing that sends may
 * pass through here.
 */
final class ReadRetryPolicy {
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504, 529);

    private final RetryDelay pause;
    private final Random random;
    private final RateLimiter pace;

    /** Tries at no pace of their own. */
    ReadRetryPolicy(RetryDelay pause, Random random) {
        this(pause, random, new RateLimiter(OptionalInt.empty(), () -> 0));
    }

    ReadRetryPolicy(RetryDelay pause, Random random, RateLimiter pace) {
        this.pace = pace;
        this.pause = pause;
        this.random = random;
    }

    ReadResult run(Supplier<ReadResult> read) {
        return run(read, result -> false);
    }

    /** The same; a result that is {@code last} is not asked for again. */
    ReadResult run(Supplier<ReadResult> read, Predicate<ReadResult> last) {
        var result = inTurn(read);
        for (int tries = 1; tries < TRIES && isPassing(result) && !last.test(result); tries++) {
            var wait = hint(result).orElse(Duration.ZERO);
            if (wait.compareTo(LONGEST_PAUSE) > 0) {
                return result;
            }
            pause(longer(wait, backOff(tries)));
            result = inTurn(read);
        }
        return result;
    }

    private ReadResult inTurn(Supplier<ReadResult> read) {
        var wait = pace.turn();
        if (!wait.isZero()) {
            pause(wait);
        }
        return read.get();
    }

    private static boolean isPassing(ReadResult result) {
        return !(result instanceof ReadResult.Answered answered)
                || answered.reply().end() == HttpReply.End.CUT
                || PASSING.contains(answered.reply().status());
    }

    private static Optional<Duration> hint(ReadResult result) {
        return result instanceof ReadResult.Answered answered
                ? RetryHint.in(answered.reply().anyText(), answered.reply().headers())
                : Optional.empty();
    }

    private Duration backOff(int tries) {
        var base = FIRST_PAUSE.multipliedBy(1L << (tries - 1));
        return base.plusMillis(random.nextInt(Math.toIntExact(base.toMillis())));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void pause(Duration duration) {
        try {
            pause.take(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted while waiting for SeaX.", e);
        }
    }
}
