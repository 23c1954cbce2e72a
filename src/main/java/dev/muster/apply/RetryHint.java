package dev.muster.apply;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a server asks us to wait: the larger of the body's {@code retry_after} and the Retry-After header, from 1 to
 * 900 seconds, fractions rounded up. A hint that is no number of seconds (a date, a word, a negative) counts as the
 * longest wait: that there is a limit is known, only its end is not.
 */
public final class RetryHint {
    /** The longest wait that is believed, and what an unusable hint stands for. */
    public static final Duration LONGEST = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern SECONDS = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private RetryHint() {}

    /** The wait that an answer names, or empty when it names none. */
    public static Optional<Duration> in(String body, Optional<String> header) {
        return Stream.of(inBody(body), header.map(RetryHint::inHeader))
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
        return hint.isNumber() ? wait(Double.parseDouble(hint.asString())) : LONGEST;
    }

    private static Duration inHeader(String value) {
        var seconds = value.strip();
        return SECONDS.matcher(seconds).matches() ? wait(Double.parseDouble(seconds)) : LONGEST;
    }

    private static Duration wait(double seconds) {
        if (seconds < 0 || seconds > LONGEST.toSeconds()) {
            return LONGEST;
        }
        return Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    }
}
