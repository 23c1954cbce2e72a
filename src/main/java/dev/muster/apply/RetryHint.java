package dev.muster.apply;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a server asks us to wait: the larger of the body's {@code retry_after} and the Retry-After header, from 1 to
 * 900 seconds, fractions rounded up. The header is a number of seconds, or a date in one of the three forms of HTTP (RFC
 * 9110, 5.6.7 and 10.2.3), which is compared with the Date of the same answer: the server's clock counts, not ours. A hint
 * that is neither (a word, a negative, a date without a Date) counts as the longest wait: that there is a limit is known,
 * only its end is not.
 */
public final class RetryHint {
    /** What a hint that cannot be used stands for. */
    public static final Duration UNUSABLE = Duration.ofMinutes(15);

    /** The longest wait that is believed: it is said as it is, and whoever waits for it decides for how long. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SECONDS = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    /** The form of today, and the two of old servers; a year of two digits is one of this century. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC));

    private RetryHint() {}

    /** The wait that an answer names, or empty when it names none. */
    public static Optional<Duration> in(String body, Map<String, String> headers) {
        var header = Optional.ofNullable(headers.get("retry-after"));
        var now = Optional.ofNullable(headers.get("date")).flatMap(RetryHint::date);
        return Stream.of(inBody(body), header.map(hint -> inHeader(hint.strip(), now)))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    private static Optional<Duration> inBody(String body) {
        try {
            return JSON.readTree(body)
                    .optional("retry_after")
                    .filter(hint -> !hint.isNull())
                    .map(RetryHint::ofNumber);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Duration ofNumber(JsonNode hint) {
        return hint.isNumber() ? wait(Double.parseDouble(hint.asString())) : UNUSABLE;
    }

    private static Duration inHeader(String hint, Optional<Instant> now) {
        return SECONDS.matcher(hint).matches()
                ? wait(Double.parseDouble(hint))
                : date(hint)
                        .flatMap(until -> now.map(then -> until(then, until)))
                        .orElse(UNUSABLE);
    }

    /** A moment that has passed on the server's clock asks for no more than a second. */
    private static Duration until(Instant now, Instant until) {
        return wait((double) Math.max(0, now.until(until, ChronoUnit.SECONDS)));
    }

    private static Optional<Instant> date(String text) {
        return DATES.stream().flatMap(form -> parsed(form, text).stream()).findFirst();
    }

    private static Optional<Instant> parsed(DateTimeFormatter form, String text) {
        try {
            return Optional.of(form.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration wait(double seconds) {
        if (seconds < 0 || seconds > LONGEST.toSeconds()) {
            return UNUSABLE;
        }
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    }
}
