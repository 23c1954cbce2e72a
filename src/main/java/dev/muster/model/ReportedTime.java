package dev.muster.model;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A time as SeaX writes it. The API document shows {@code 2025-07-17T19:00:00.000Z} and {@code 2025-07-18T10:00:00+00:00};
 * its framework also writes times without a zone, which are read as UTC and may be meant otherwise.
 *
 * @param hasZone whether the text names its zone
 */
public record ReportedTime(Instant instant, boolean hasZone) {
    /** Two times that are nearer than this are one: a server may leave out seconds. */
    private static final Duration PRECISION = Duration.ofMinutes(1);

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    /** The time that a text says; empty where it says none. */
    public static Optional<ReportedTime> read(String text) {
        return iso(text.strip()).or(() -> header(text.strip()));
    }

    private static Optional<ReportedTime> iso(String text) {
        try {
            var read = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime zoned
                            ? new ReportedTime(zoned.toInstant(), true)
                            : new ReportedTime(((LocalDateTime) read).toInstant(ZoneOffset.UTC), false));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** The form of HTTP's {@code Date} (RFC 9110, 5.6.7). */
    private static Optional<ReportedTime> header(String text) {
        try {
            var read = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            return Optional.of(new ReportedTime(read, true));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether this may be that time; without a zone of its own it may be meant in {@code zone}. */
    public boolean fits(Instant asked, ZoneId zone) {
        return isNear(instant, asked)
                || (!hasZone && isNear(instant.atOffset(ZoneOffset.UTC).toLocalDateTime(), asked, zone));
    }

    private static boolean isNear(LocalDateTime local, Instant asked, ZoneId zone) {
        return isNear(local.atZone(zone).toInstant(), asked);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(PRECISION) < 0;
    }
}
