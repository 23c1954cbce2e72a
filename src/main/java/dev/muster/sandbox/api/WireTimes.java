package dev.muster.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Times on the wire: the API document writes UTC with milliseconds, the vendor's document naive microseconds. */
public final class WireTimes {
    private static final DateTimeFormatter TUTORIAL = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter OPENAPI = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WireTimes() {}

    static String written(Instant instant, boolean openApi) {
        return (openApi ? OPENAPI : TUTORIAL).format(instant);
    }

    /** An amount of time as ISO 8601 writes it, or a refusal in words. */
    public static Duration duration(String field, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException | ArithmeticException notADuration) {
            throw new RequestRefusedException(
                    ErrorBody.invalid(field, field + " must be a duration such as PT1H or P1D"));
        }
    }

    /** A time with an offset, or a naive one, which counts as UTC. */
    static Optional<Instant> parse(String text) {
        try {
            var parsed = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    parsed instanceof OffsetDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}
