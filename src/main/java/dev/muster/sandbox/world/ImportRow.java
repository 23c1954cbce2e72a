package dev.muster.sandbox.world;

import java.time.Duration;
import java.time.Instant;

/**
 * An import of contacts. Its people are in at once; the job that reports on it takes its time, two seconds and one more for
 * each ten thousand rows.
 */
public record ImportRow(int number, String uuid, Instant created, int total, int failed) {
    private static final Duration AT_LEAST = Duration.ofSeconds(2);

    public Instant ended() {
        return created.plus(AT_LEAST).plusMillis(total / 10);
    }

    /** How many rows the job has seen at this time. */
    public int processed(Instant now) {
        long all = Duration.between(created, ended()).toMillis();
        long passed = Math.min(all, Duration.between(created, now).toMillis());
        return Math.toIntExact(total * passed / all);
    }
}
