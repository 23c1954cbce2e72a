package dev.muster.forge.http;

import dev.muster.http.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a forge wants one to wait. GitHub (docs.github.com, "Rate limits for the REST API"): 403 or 429 with Retry-After;
 * or with {@code x-ratelimit-remaining: 0}, until {@code x-ratelimit-reset}; else a minute. GitLab (docs.gitlab.com, "User and
 * IP rate limits"): 429 with Retry-After.
 */
record RateLimit(int status, Map<String, String> headers, String text) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,11}");

    static RateLimit of(HttpReply reply) {
        return new RateLimit(reply.status(), reply.headers(), reply.anyText());
    }

    /** The wait, where the answer is one of a limit or of a server that is down and says for how long. */
    Optional<Duration> pause() {
        var named = header("retry-after", SECONDS);
        if (named.isPresent() && (status == 403 || status == 429 || status == 503)) {
            return named.map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
        }
        return isLimit() ? Optional.of(reset().orElse(MINUTE)) : Optional.empty();
    }

    private boolean isLimit() {
        return status == 429
                || (status == 403
                        && (isUsedUp() || text.toLowerCase(Locale.ROOT).contains("rate limit")));
    }

    private boolean isUsedUp() {
        return "0".equals(headers.get("x-ratelimit-remaining"));
    }

    /** By the server's own clock. */
    private Optional<Duration> reset() {
        return header("x-ratelimit-reset", EPOCH)
                .filter(until -> isUsedUp())
                .map(until -> Instant.ofEpochSecond(Long.parseLong(until)))
                .flatMap(until -> date().map(now -> between(now, until)));
    }

    private static Duration between(Instant now, Instant until) {
        return Duration.ofSeconds(Math.max(1, Duration.between(now, until).toSeconds()));
    }

    private Optional<Instant> date() {
        try {
            return Optional.ofNullable(headers.get("date"))
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> header(String name, Pattern form) {
        return Optional.ofNullable(headers.get(name)).map(String::strip).filter(form.asMatchPredicate());
    }
}
