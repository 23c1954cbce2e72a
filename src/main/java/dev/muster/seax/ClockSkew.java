package dev.muster.seax;

import dev.muster.http.HttpReply;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How far SeaX's clock is ahead of ours, by the Date header of its answers (RFC 9110, 6.6.1). An answer that took long, or
 * came out of a cache, can only make the difference look greater, so the smallest one counts.
 */
final class ClockSkew {
    private final Optional<Clock> clock;
    private Optional<Duration> smallest = Optional.empty();

    /** Without a clock nothing is compared: a sandbox has its own time. */
    ClockSkew(Optional<Clock> clock) {
        this.clock = clock;
    }

    synchronized void note(HttpReply reply) {
        clock.flatMap(ours -> reply.header("date").flatMap(date -> ahead(date, ours.instant())))
                .filter(seen -> smallest.isEmpty()
                        || seen.abs().compareTo(smallest.get().abs()) < 0)
                .ifPresent(seen -> smallest = Optional.of(seen));
    }

    synchronized Optional<Duration> smallest() {
        return smallest;
    }

    private static Optional<Duration> ahead(String date, Instant now) {
        try {
            var form = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);
            return Optional.of(Duration.between(now, Instant.from(form.parse(date))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
